/** What to say and do at the desk, in four languages, and the inquiries that are about no card. */
@ApplicationModule(
        displayName = "Guides",
        allowedDependencies = {"access", "shared"})
@NullMarked
package app.carddesk.guides;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
