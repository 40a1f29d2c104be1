/** What follows from a verdict on the case page, the review queue and the decision. */
@NamedInterface("ui")
@NullMarked
package app.carddesk.replacements.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
