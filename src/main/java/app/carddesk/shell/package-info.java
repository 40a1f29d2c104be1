/** The frame around every screen, and what is shown when something goes wrong. Nobody imports it. */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"access", "access::ui", "notices::ui", "shared"})
@NullMarked
package app.carddesk.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
