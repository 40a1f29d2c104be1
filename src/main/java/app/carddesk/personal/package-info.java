/** Keys for what is personal: sealed wherever it is told again, and gone everywhere once its key is erased. */
@ApplicationModule(
        displayName = "Personal",
        allowedDependencies = {"startup", "access", "shared"})
@NullMarked
package app.carddesk.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
