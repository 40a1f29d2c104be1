package app.carddesk.shared.ui;

import app.carddesk.shared.Installation;
import org.springframework.stereotype.Component;

/** Tells the formats in which zone this installation's times are shown. */
@Component
class InstallationZone {

    InstallationZone(Installation installation) {
        Formats.useZone(installation.zone());
    }
}
