/** The one way by which a redemption code leaves the stock: for the letter that mails it, and for nothing else. */
@NamedInterface("release")
@NullMarked
package app.carddesk.cards.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
