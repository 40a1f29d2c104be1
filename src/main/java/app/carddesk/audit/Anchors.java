package app.carddesk.audit;

import app.carddesk.audit.AnchorRows.Row;
import app.carddesk.shared.FailedTurn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fixes the heads of all chains that grew, minute by minute: in the database, in a file outside it, and as a line in the
 * log. Several nodes take turns; each keeps its own file complete.
 */
@Component
class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

    /** The most heads of one anchor; more make several. */
    private static final int HEADS = 1_000;

    /** Longer than any transaction takes between moving a head and committing, and any correction of a clock. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final AnchorRows rows;
    private final ChainForm form;
    private final AnchorFile file;
    private final TransactionOperations transactions;
    private final Clock clock;
    private boolean sinceTheBeginning = true;

    Anchors(AnchorRows rows, ChainForm form, AnchorFile file, TransactionOperations transactions, Clock clock) {
        this.rows = rows;
        this.form = form;
        this.file = file;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${carddesk.audit.anchor-every:1m}",
            fixedDelayString = "${carddesk.audit.anchor-every:1m}")
    void everyMinute() {
        try {
            anchor();
        } catch (RuntimeException e) {
            FailedTurn.tell(LOG, "The audit trail could not be anchored; it is tried again", e);
        }
    }

    /** Anchors whatever grew; the first time in a process it looks at every chain. */
    synchronized void anchor() {
        while (Objects.requireNonNull(transactions.execute(status -> anchorSome()))) {
            LOG.debug("There are more heads to anchor");
        }
        sinceTheBeginning = false;
        catchUp();
    }

    private boolean anchorSome() {
        rows.takeTurn();
        Optional<Row> last = rows.last();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant since = last.filter(row -> !sinceTheBeginning)
                .map(row -> row.at().isBefore(now) ? row.at() : now)
                .map(at -> at.minus(OVERLAP))
                .orElse(Instant.EPOCH);
        List<Head> heads = rows.unanchored(since, HEADS);
        if (heads.isEmpty()) {
            return false;
        }
        long number = last.map(Row::number).orElse(0L) + 1;
        byte[] previous = last.map(Row::hash).orElseGet(ChainForm::start);
        byte[] headsHash = form.hash(heads);
        byte[] hash = form.hash(number, now, previous, heads.size(), headsHash);
        rows.add(new Anchor(number, now, previous, headsHash, hash, heads));
        return heads.size() == HEADS;
    }

    /** Writes what the file lacks; also what a crash, or another node, left it without. */
    private void catchUp() {
        Optional<Anchor> outside = file.last();
        long written = outside.map(Anchor::number).orElse(0L);
        if (outside.isPresent()
                && rows.find(written)
                        .filter(row -> Arrays.equals(row.hash(), outside.get().hash()))
                        .isEmpty()) {
            LOG.error(
                    "The audit anchor {} that was written outside the database is not in it. Verify the audit trail.",
                    written);
        }
        List<Row> missing = rows.after(written, HEADS);
        while (!missing.isEmpty()) {
            for (Row row : missing) {
                file.append(new Anchor(
                        row.number(), row.at(), row.previous(), row.headsHash(), row.hash(), rows.heads(row.number())));
                LOG.info("Audit anchor {}: {} heads, hash {}", row.number(), row.count(), ChainForm.hex(row.hash()));
            }
            missing = rows.after(missing.getLast().number(), HEADS);
        }
    }
}
