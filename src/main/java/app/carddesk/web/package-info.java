/** The edge: who is believed about where requests come from, which hosts are ours, and what strangers may take up. */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"shared", "startup"})
@NullMarked
package app.carddesk.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
