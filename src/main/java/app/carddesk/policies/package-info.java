/** What this installation decides: stored terms versions and limits. */
@ApplicationModule(
        displayName = "Policies",
        allowedDependencies = {"terms", "access", "shared"})
@NullMarked
package app.carddesk.policies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
