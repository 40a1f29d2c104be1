/** What happens before anything else: the data folder, its lock and its secrets, and clear words when it cannot be. */
@ApplicationModule(
        displayName = "Startup",
        allowedDependencies = {"shared"})
@NullMarked
package app.carddesk.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
