package app.carddesk.replacements.ui;

import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.ui.HandOver;
import app.carddesk.replacements.Replacements;
import org.springframework.stereotype.Component;

/** A case gets into a supervisor's hands by a referral. */
@Component
class ReferralHandOver implements HandOver {

    private final Replacements replacements;

    ReferralHandOver(Replacements replacements) {
        this.replacements = replacements;
    }

    @Override
    public void open(CaseDossier dossier, Runnable refresh) {
        ReferDialog.open(replacements, dossier.summary().id(), refresh);
    }
}
