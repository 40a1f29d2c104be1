/** The desk, customers, cases with their steps and timeline. */
@ApplicationModule(
        displayName = "Cases",
        allowedDependencies = {
            "cards",
            "cards::ui",
            "evidence",
            "evidence::link",
            "evidence::reuse",
            "evidence::ui",
            "guides",
            "guides::ui",
            "personal",
            "personal::ui",
            "policies",
            "terms",
            "notices",
            "access",
            "shared"
        })
@NullMarked
package app.carddesk.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
