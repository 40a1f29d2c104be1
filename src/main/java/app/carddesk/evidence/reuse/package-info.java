/** Proofs that were given before: the same picture, or nearly the same, in whatever case. */
@NamedInterface("reuse")
@NullMarked
package app.carddesk.evidence.reuse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
