/** The screen of the audit trail. */
@NamedInterface("ui")
@NullMarked
package app.carddesk.audit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
