/** The audit trail: hears every audited event and writes it in the same transaction. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"access", "shared"})
@NullMarked
package app.carddesk.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
