/** Progress of long work and notifications. */
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"access", "shared"})
@NullMarked
package app.carddesk.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
