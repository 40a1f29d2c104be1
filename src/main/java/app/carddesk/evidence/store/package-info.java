/** Where the contents of evidence are kept. */
@NamedInterface("store")
@NullMarked
package app.carddesk.evidence.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
