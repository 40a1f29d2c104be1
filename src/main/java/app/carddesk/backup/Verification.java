package app.carddesk.backup;

import app.carddesk.audit.TrailCheck;
import app.carddesk.audit.TrailCheck.Checked;
import app.carddesk.books.BookReport;
import app.carddesk.books.Books;
import app.carddesk.evidence.store.EvidenceStore;
import app.carddesk.evidence.store.SealedContents;
import app.carddesk.evidence.store.UnreadableContentException;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether what an installation keeps is whole: the books, the audit trail, and every content of the evidence. */
class Verification {

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final int TOLD = 20;

    private final DataSource source;
    private final Books books;
    private final TrailCheck trail;
    private final EvidenceStore store;

    Verification(DataSource source, Books books, TrailCheck trail, EvidenceStore store) {
        this.source = source;
        this.books = books;
        this.trail = trail;
        this.store = store;
    }

    /** Says what it finds in the log; whether everything is whole. */
    boolean run() throws SQLException, IOException {
        boolean balances = balances();
        boolean chained = chained();
        return readable() && balances && chained;
    }

    private boolean balances() {
        BookReport report = books.check(done -> LOG.debug("Books: {} %", done));
        report.findings().stream()
                .limit(TOLD)
                .forEach(finding -> LOG.error("Books: {} {}", finding.check(), finding.subject()));
        if (report.balances()) {
            LOG.info("The books balance: {} cards.", report.cards());
        } else {
            LOG.error("The books do not balance: {} cards.", report.cards());
        }
        return report.balances();
    }

    private boolean chained() {
        Checked checked = trail.check(read -> LOG.debug("Audit trail: {} events", read));
        checked.named().stream()
                .limit(TOLD)
                .forEach(finding -> LOG.error(
                        "Audit trail: {} {} {}-{}", finding.kind(), finding.stream(), finding.first(), finding.last()));
        if (checked.findings() == 0) {
            LOG.info(
                    "The audit trail is as it was written: {} events in {} chains, {} anchors, {} outside.",
                    checked.events(),
                    checked.streams(),
                    checked.anchors(),
                    checked.outside());
        } else {
            LOG.error("The audit trail is not as it was written: {} findings.", checked.findings());
        }
        return checked.findings() == 0;
    }

    private boolean readable() throws SQLException, IOException {
        Reading reading = new Reading();
        try (Snapshot snapshot = new Snapshot(source)) {
            snapshot.namedContents(reading);
        }
        if (reading.unreadable == 0) {
            LOG.info("All {} contents of the evidence can be read.", reading.read);
        } else {
            LOG.error("{} contents of the evidence cannot be read, {} can.", reading.unreadable, reading.read);
        }
        return reading.unreadable == 0;
    }

    private final class Reading implements SealedContents.Each {

        private long read;
        private long unreadable;

        @Override
        public void accept(String address) throws IOException {
            try {
                if (store.get(address).isPresent()) {
                    read++;
                    return;
                }
                tell("The content " + address + " is missing from the evidence store");
            } catch (UnreadableContentException e) {
                tell(String.valueOf(e.getMessage()));
            }
        }

        private void tell(String what) {
            unreadable++;
            if (unreadable <= TOLD) {
                LOG.error(what);
            }
        }
    }
}
