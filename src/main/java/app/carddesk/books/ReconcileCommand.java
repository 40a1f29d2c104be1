package app.carddesk.books;

import app.carddesk.books.BookReport.Figures;
import app.carddesk.books.BookReport.Finding;
import app.carddesk.shared.DatabaseCommand;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Consumer;
import org.flywaydb.core.api.migration.JavaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * Looks through the books from the command line, with nothing but the database: {@value #ARGUMENT}. It serves no pages
 * and ends with 0 if the books balance, 1 if they do not, and 2 if it could not look, for example because a running
 * Carddesk holds the data folder; that one has the page {@code /admin/books}.
 */
public final class ReconcileCommand {

    static final String ARGUMENT = "--carddesk.command=reconcile";

    static final int BALANCES = 0;
    static final int DIFFERS = 1;
    static final int NOT_CHECKED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileCommand.class);

    private ReconcileCommand() {}

    /** Whether the command line asks for this instead of for the desk. */
    public static boolean isAsked(String... arguments) {
        return Arrays.asList(arguments).contains(ARGUMENT);
    }

    /**
     * Looks through the books.
     *
     * @param clock tells the time where the database is upgraded before
     * @return the exit code
     */
    public static int run(Clock clock, String... arguments) {
        try (ConfigurableApplicationContext context = application(clock).run(arguments)) {
            BookReport report = context.getBean(Books.class).check(new Progress());
            tell(report);
            return report.balances() ? BALANCES : DIFFERS;
        } catch (RuntimeException e) {
            // Spring has said already why it could not begin; what fails later is said here.
            LOG.error("The books were not checked: {}", e.getMessage());
            return NOT_CHECKED;
        }
    }

    private static SpringApplication application(Clock clock) {
        return DatabaseCommand.named("reconcile", Parts.class, clock).build();
    }

    private static void tell(BookReport report) {
        for (Figures unit : report.figures()) {
            LOG.info(
                    "{}: issued {}, corrected {}, spent {}, linked {}, on cards {}; {} replacements of {}",
                    unit.unit(),
                    unit.issued(),
                    unit.corrected(),
                    unit.spent(),
                    unit.linked(),
                    unit.onCards(),
                    unit.replacements(),
                    unit.replaced());
        }
        for (Finding finding : report.findings()) {
            LOG.error(
                    "{} {}{}",
                    finding.check(),
                    finding.subject(),
                    finding.stands() == null
                            ? ""
                            : ": stands at " + finding.stands() + ", should be " + finding.expected());
        }
        report.more().keySet().forEach(check -> LOG.error("{}: there are more than {}", check, BookReport.SHOWN));
        if (report.balances()) {
            LOG.info("The books balance: {} cards.", report.cards());
        } else {
            LOG.error("The books do not balance: {} cards.", report.cards());
        }
    }

    /** Says every tenth how far it is. */
    private static final class Progress implements Consumer<Integer> {

        private static final int STEP = 10;

        private int said;

        @Override
        public void accept(Integer done) {
            if (done >= said + STEP) {
                said = done / STEP * STEP;
                LOG.info("{} %", said);
            }
        }
    }

    /** The database and the checks, without the desk. */
    @DatabaseCommand.Parts
    @ComponentScan("app.carddesk.startup")
    // Every migration, and what they work with: without one of them no database of this version is recognised.
    @ComponentScan(
            basePackages = "app.carddesk",
            useDefaultFilters = false,
            includeFilters = {
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "app\\.carddesk\\.(audit\\.ChainForm|personal\\.(PersonalCipher|SealingAtUpgrade))")
            })
    @Import({Books.class, CardChecks.class, LinkChecks.class, Totals.class})
    static final class Parts {

        Parts() {}
    }
}
