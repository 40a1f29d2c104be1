/** Backup, restore and move: everything an installation keeps, in a form that no database owns. */
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {"audit", "books", "evidence::store", "access", "startup", "shared"})
@NullMarked
package app.carddesk.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
