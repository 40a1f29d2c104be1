/** Signing in. */
@NamedInterface("ui")
@NullMarked
package app.carddesk.access.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
