/** Proofs: intake, store, pictures. */
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"access", "shared", "startup", "web"})
@NullMarked
package app.carddesk.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
