package app.carddesk.cards;

import app.carddesk.cards.CardHistory.ChangeReason;
import app.carddesk.cards.ImportFile.Unreadable;
import app.carddesk.cards.ImportRun.Content;
import app.carddesk.cards.ImportRun.Problem;
import app.carddesk.cards.ImportRun.State;
import app.carddesk.cards.Ledger.Occasion;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import app.carddesk.shared.Worth;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports a file, a batch of rows in a transaction at a time: it can be stopped between any two, and what was taken
 * stays whole.
 */
@Component
class Importer {

    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

    static final int BATCH = 1_000;

    /** How often a batch is tried when someone else registers one of its serials in the same moment. */
    private static final int ATTEMPTS = 3;

    private final ImportRuns runs;
    private final CardStore cards;
    private final Ledger ledger;
    private final Issuing issuing;
    private final Stock stock;
    private final Ids ids;
    private final Clock clock;
    private final Installation installation;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Importer(
            ImportRuns runs,
            CardStore cards,
            Ledger ledger,
            Issuing issuing,
            Stock stock,
            Ids ids,
            Clock clock,
            Installation installation,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.cards = cards;
        this.ledger = ledger;
        this.issuing = issuing;
        this.stock = stock;
        this.ids = ids;
        this.clock = clock;
        this.installation = installation;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Who watches a run.
     *
     * @param stop asked between batches; when it says so the run ends as interrupted
     * @param progress called after every batch
     */
    record Watch(BooleanSupplier stop, Runnable progress) {

        static final Watch NOBODY = new Watch(() -> false, () -> {});
    }

    /**
     * Reads a file through as it would be imported and writes nothing but what it would refuse. Closes the file.
     *
     * @return what it would bring; empty if it cannot be imported or was stopped, which is kept with the run
     */
    Optional<Prepared> prepare(UUID run, InputStream file, Watch watch) {
        Problem problem;
        try (ImportFile rows = new ImportFile(file, installation.zone(), clock.instant())) {
            transaction.executeWithoutResult(status -> runs.running(run, rows.content()));
            watch.progress().run();
            ImportCensus census = new ImportCensus();
            problem = readAll(run, rows, watch, (batch, refusals) -> count(batch, census, refusals));
            if (problem == null && !runs.cancelAsked(run)) {
                return Optional.of(new Prepared(rows.content(), census));
            }
        } catch (Unreadable e) {
            problem = e.problem();
        } catch (IOException | RuntimeException e) {
            LOG.error("The import {} failed", run, e);
            problem = Problem.UNEXPECTED;
        }
        State state = problem == null ? State.CANCELLED : State.FAILED;
        transaction.executeWithoutResult(status -> runs.noneTaken(run));
        finish(run, state, problem);
        watch.progress().run();
        return Optional.empty();
    }

    /** What a file would bring. */
    record Prepared(Content content, ImportCensus census) {}

    /** Takes the rows of a batch, and says how many of them. */
    private interface Taking {
        int take(List<ImportRow> batch, List<Refusal> refusals);
    }

    /** What would be taken of a batch. Serials that a file has twice far apart are counted twice, and refused later. */
    private int count(List<ImportRow> batch, ImportCensus census, List<Refusal> refusals) {
        Set<String> known = known(batch);
        int taken = 0;
        for (ImportRow row : batch) {
            switch (row) {
                case ImportRow.Refused refused -> refusals.add(refused.refusal());
                case ImportRow.OfCard card -> {
                    if (known.add(card.serial().value())) {
                        census.count(card);
                        taken++;
                    } else {
                        refusals.add(serialKnown(card.line(), card.serial()));
                    }
                }
                case ImportRow.OfStock card -> {
                    if (known.add(card.serial().value())) {
                        census.count(card);
                        taken++;
                    } else {
                        refusals.add(serialKnown(card.line(), card.serial()));
                    }
                }
            }
        }
        return taken;
    }

    /** Imports to the end and keeps what came of it with the run. Closes the file. */
    void run(UUID run, UUID by, InputStream file, Watch watch) {
        State state;
        Problem problem = null;
        try (ImportFile rows = new ImportFile(file, installation.zone(), clock.instant())) {
            transaction.executeWithoutResult(status -> runs.running(run, rows.content()));
            watch.progress().run();
            UUID confirmer = runs.find(run)
                    .map(ImportRun::answer)
                    .map(ImportRun.Answer::by)
                    .orElse(null);
            problem = readAll(run, rows, watch, (batch, refusals) -> switch (rows.content()) {
                case CARDS -> writeCards(run, by, batch, refusals);
                case STOCK -> writeStock(by, confirmer, batch, refusals);
            });
            state = problem != null
                    ? State.FAILED
                    : transaction.execute(status -> runs.cancelAsked(run)) ? State.CANCELLED : State.DONE;
        } catch (Unreadable e) {
            state = State.FAILED;
            problem = e.problem();
        } catch (IOException | RuntimeException e) {
            LOG.error("The import {} failed", run, e);
            state = State.FAILED;
            problem = Problem.UNEXPECTED;
        }
        finish(run, state, problem);
        watch.progress().run();
    }

    private @Nullable Problem readAll(UUID run, ImportFile file, Watch watch, Taking taking)
            throws Unreadable, IOException {
        boolean more = true;
        while (more && !runs.cancelAsked(run)) {
            if (watch.stop().getAsBoolean()) {
                return Problem.INTERRUPTED;
            }
            List<ImportRow> batch = new ArrayList<>(BATCH);
            Unreadable broken = null;
            try {
                while (batch.size() < BATCH) {
                    Optional<ImportRow> row = file.next();
                    if (row.isEmpty()) {
                        more = false;
                        break;
                    }
                    batch.add(row.get());
                }
            } catch (Unreadable e) {
                broken = e;
            }
            write(run, file, batch, taking);
            watch.progress().run();
            if (broken != null) {
                throw broken;
            }
        }
        return null;
    }

    private void write(UUID run, ImportFile file, List<ImportRow> batch, Taking taking) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> {
                    List<Refusal> refusals = new ArrayList<>();
                    int accepted = taking.take(batch, refusals);
                    runs.advance(run, file.bytesRead(), accepted, refusals);
                });
                return;
            } catch (DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private int writeCards(UUID run, UUID by, List<ImportRow> batch, List<Refusal> refusals) {
        Set<String> known = known(batch);
        CardBatch fresh = new CardBatch(by, run, clock.instant());
        List<ImportRow.OfCard> replacements = new ArrayList<>();
        for (ImportRow row : batch) {
            switch (row) {
                case ImportRow.Refused refused -> refusals.add(refused.refusal());
                case ImportRow.OfStock stray -> throw new IllegalStateException("Stock among cards");
                case ImportRow.OfCard card -> {
                    if (!known.add(card.serial().value())) {
                        refusals.add(serialKnown(card.line(), card.serial()));
                    } else if (card.replaces() != null) {
                        replacements.add(card);
                    } else {
                        fresh.add(ids.next(), card);
                    }
                }
            }
        }
        ledger.ensureSides(
                fresh.openings.stream().map(Ledger.Opening::unit).distinct().toList());
        cards.insert(fresh.cards);
        ledger.open(fresh.openings);
        ledger.post(fresh.postings);
        cards.record(fresh.changes);
        int accepted = fresh.cards.size();
        for (ImportRow.OfCard replacement : replacements) {
            Optional<Refusal> refusal = writeReplacement(run, by, replacement);
            refusal.ifPresent(refusals::add);
            accepted += refusal.isEmpty() ? 1 : 0;
        }
        return accepted;
    }

    /** A card that was issued for another one before it came here: what the desk would have done is done now. */
    private Optional<Refusal> writeReplacement(UUID run, UUID by, ImportRow.OfCard row) {
        Serial oldSerial = Objects.requireNonNull(row.replaces());
        Optional<Card> found = cards.find(oldSerial).flatMap(card -> cards.lock(card.id()));
        if (found.isEmpty()) {
            return Optional.of(refuse(row.line(), Refusal.Reason.NO_SUCH_CARD, oldSerial));
        }
        Card old = found.get();
        if (old.state() != CardState.ACTIVE
                || old.kind() != row.kind()
                || !old.soldIn().equals(row.region())
                || !old.balance().equals(row.faceValue())) {
            return Optional.of(refuse(row.line(), Refusal.Reason.NOT_REPLACEABLE, oldSerial));
        }
        Instant at = Objects.requireNonNull(row.activatedAt());
        RegisteredCard issued = CardBatch.unactivated(ids.next(), row);
        issuing.issue(old, issued, new Occasion(at, by, run), ChangeReason.IMPORT);
        long spent = row.faceValue().quantity() - row.balance().quantity();
        if (spent > 0) {
            ledger.spend(
                    issued.id(),
                    Worth.of(spent, row.faceValue().unit()),
                    new Occasion(row.changedAt() == null ? clock.instant() : row.changedAt(), by, run));
        }
        return Optional.empty();
    }

    private int writeStock(UUID by, @Nullable UUID confirmer, List<ImportRow> batch, List<Refusal> refusals) {
        Set<String> known = known(batch);
        List<Stock.Arrival> arrivals = new ArrayList<>();
        for (ImportRow row : batch) {
            switch (row) {
                case ImportRow.Refused refused -> refusals.add(refused.refusal());
                case ImportRow.OfCard stray -> throw new IllegalStateException("Cards among stock");
                case ImportRow.OfStock card -> {
                    if (known.add(card.serial().value())) {
                        arrivals.add(
                                new Stock.Arrival(ids.next(), card.serial(), card.shelf(), card.expiry(), card.code()));
                    } else {
                        refusals.add(serialKnown(card.line(), card.serial()));
                    }
                }
            }
        }
        stock.add(arrivals, clock.instant(), by, confirmer);
        return arrivals.size();
    }

    private Set<String> known(Collection<ImportRow> batch) {
        List<String> serials = new ArrayList<>();
        for (ImportRow row : batch) {
            switch (row) {
                case ImportRow.Refused refused -> {}
                case ImportRow.OfCard card -> serials.add(card.serial().value());
                case ImportRow.OfStock card -> serials.add(card.serial().value());
            }
        }
        return new HashSet<>(cards.known(serials));
    }

    private static Refusal serialKnown(long line, Serial serial) {
        return new Refusal(line, Refusal.Reason.SERIAL_KNOWN, ImportColumn.SERIAL.header(), serial.value());
    }

    private static Refusal refuse(long line, Refusal.Reason reason, Serial old) {
        return new Refusal(line, reason, ImportColumn.REPLACES.header(), old.value());
    }

    private void finish(UUID run, State state, @Nullable Problem problem) {
        ImportRun finished = transaction.execute(status -> {
            runs.finish(run, state, problem);
            ImportRun over = runs.find(run).orElseThrow();
            events.publishEvent(new CardsImported(over));
            return over;
        });
        if (finished.content() == Content.STOCK && finished.accepted() > 0) {
            try {
                transaction.executeWithoutResult(
                        status -> events.publishEvent(new StockArrived(run, finished.accepted())));
            } catch (RuntimeException e) {
                // The stock is in; whoever waits for it finds it at the next occasion.
                LOG.error("What waits for stock could not be told of the import {}", run, e);
            }
        }
    }
}
