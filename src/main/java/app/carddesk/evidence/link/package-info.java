/** The one-time link by which a customer gives proofs from their own phone, and the page it leads to. */
@NamedInterface("link")
@NullMarked
package app.carddesk.evidence.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
