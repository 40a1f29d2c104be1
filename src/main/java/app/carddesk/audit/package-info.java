/** The audit trail: hears every audited event, chains it in the same transaction, and shows that nothing was changed. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"personal", "personal::ui", "startup", "access", "shared"})
@NullMarked
package app.carddesk.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
