package app.carddesk.books;

import app.carddesk.access.ForOversight;
import app.carddesk.books.BookReport.Figures;
import app.carddesk.books.BookReport.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reconciliation: compares everything that must agree, as of one moment, while the desk goes on working. It reads in
 * statements over many rows and keeps only what it tells.
 */
@Service
@ForOversight
public class Books {

    private final CardChecks cards;
    private final LinkChecks links;
    private final Totals totals;
    private final TransactionTemplate oneMoment;

    Books(CardChecks cards, LinkChecks links, Totals totals, PlatformTransactionManager transactions) {
        this.cards = cards;
        this.links = links;
        this.totals = totals;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    /**
     * Looks through the books.
     *
     * @param progress told now and then how much is done, in hundredths
     */
    public BookReport check(Consumer<Integer> progress) {
        return Objects.requireNonNull(oneMoment.execute(status -> look(progress)));
    }

    private BookReport look(Consumer<Integer> progress) {
        long count = cards.count();
        Progress done = new Progress(count / CardChecks.SLICE + LinkChecks.count() + 2, progress);
        Told told = new Told();
        cards.run(told, looked -> done.step());
        links.run(told, done::step);
        for (Figures unit : totals.differing()) {
            told.accept(new Finding(BookCheck.TOTALS_DIFFER, unit.unit(), unit.onCards(), unit.expected()));
        }
        List<Figures> figures = totals.all();
        done.step();
        return new BookReport(count, figures, told.findings, told.more);
    }

    /** Keeps the first findings of each check, and whether there were more. */
    private static final class Told implements Consumer<Finding> {

        private final List<Finding> findings = new ArrayList<>();
        private final Map<BookCheck, Integer> counts = new EnumMap<>(BookCheck.class);
        private final Map<BookCheck, Boolean> more = new EnumMap<>(BookCheck.class);

        @Override
        public void accept(Finding finding) {
            if (counts.merge(finding.check(), 1, Integer::sum) <= BookReport.SHOWN) {
                findings.add(finding);
            } else {
                more.put(finding.check(), true);
            }
        }
    }

    private static final class Progress {

        private final long steps;
        private final Consumer<Integer> told;
        private long taken;

        private Progress(long steps, Consumer<Integer> told) {
            this.steps = steps;
            this.told = told;
        }

        private void step() {
            taken++;
            told.accept((int) Math.min(100, 100 * taken / steps));
        }
    }
}
