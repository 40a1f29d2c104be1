/** The screens of the guides, and the desk's place for other inquiries. */
@NamedInterface("ui")
@NullMarked
package app.carddesk.guides.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
