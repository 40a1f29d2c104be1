/** People, roles and sign-in: who is at the desk and what they may do. */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"startup", "shared", "web"})
@NullMarked
package app.carddesk.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
