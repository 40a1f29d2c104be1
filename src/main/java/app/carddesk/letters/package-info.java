/** Letters to customers, waiting to be sent. */
@ApplicationModule(
        displayName = "Letters",
        allowedDependencies = {
            "replacements",
            "replacements::ui",
            "cases",
            "cases::ui",
            "cards",
            "cards::release",
            "terms",
            "evidence",
            "evidence::link",
            "evidence::ui",
            "notices",
            "personal",
            "personal::ui",
            "access",
            "shared"
        })
@NullMarked
package app.carddesk.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
