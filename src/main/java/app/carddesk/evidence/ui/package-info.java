/** The place for proofs on a case, thumbnails and the full view. */
@NamedInterface("ui")
@NullMarked
package app.carddesk.evidence.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
