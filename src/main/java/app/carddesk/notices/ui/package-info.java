/** The bell in the frame, and what it opens. */
@NamedInterface("ui")
@NullMarked
package app.carddesk.notices.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
