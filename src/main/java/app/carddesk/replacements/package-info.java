/** Replacements under section 8: request, decision, issue. */
@ApplicationModule(
        displayName = "Replacements",
        allowedDependencies = {
            "cases",
            "cases::ui",
            "cards",
            "cards::ui",
            "evidence",
            "evidence::ui",
            "evidence::reuse",
            "personal",
            "personal::ui",
            "policies",
            "terms",
            "notices",
            "access",
            "shared"
        })
@NullMarked
package app.carddesk.replacements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
