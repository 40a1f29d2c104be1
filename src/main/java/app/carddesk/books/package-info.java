/** Whether the books balance: reads the tables of money side by side, and changes nothing. */
@ApplicationModule(
        displayName = "Books",
        allowedDependencies = {"access", "shared"})
@NullMarked
package app.carddesk.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
