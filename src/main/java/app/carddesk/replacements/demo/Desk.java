package app.carddesk.replacements.demo;

import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseWork;
import app.carddesk.evidence.Proofs;
import app.carddesk.replacements.Replacements;
import app.carddesk.shared.Ids;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people at the desk work with. */
@Component
@Profile("demo")
record Desk(CaseWork work, CaseEditing editing, CaseFile file, Proofs proofs, Replacements replacements, Ids ids) {

    /** A key for one act that is done once. */
    String key() {
        return ids.next().toString();
    }
}
