/** How opened personal values are read on a screen. */
@NamedInterface("ui")
@NullMarked
package app.carddesk.personal.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
