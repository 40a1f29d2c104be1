/** The register of cards, their look-up, the ledger, imports and the replacement stock. */
@ApplicationModule(
        displayName = "Cards",
        allowedDependencies = {"notices", "access", "startup", "shared"})
@NullMarked
package app.carddesk.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
