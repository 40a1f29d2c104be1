/** What people are told while they work: notifications of their own, and who else is where they are. */
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"access", "shared"})
@NullMarked
package app.carddesk.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
