/** The rules: what the terms and the support articles mean at the desk, as one pure function. No framework. */
@ApplicationModule(
        displayName = "Terms",
        allowedDependencies = {"shared"})
@NullMarked
package app.carddesk.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
