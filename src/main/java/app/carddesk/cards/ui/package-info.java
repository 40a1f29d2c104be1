/** The card page, the import screen and the building blocks other screens use to show a card. */
@NamedInterface("ui")
@NullMarked
package app.carddesk.cards.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
