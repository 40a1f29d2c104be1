package app.carddesk.crash;

import app.carddesk.SignIn;
import app.carddesk.audit.AuditVerification;
import app.carddesk.audit.VerificationRun;
import app.carddesk.books.BookReport;
import app.carddesk.books.Books;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at what there is after a restart. */
final class Lookout {

    private final JdbcClient jdbc;
    private final Books books;
    private final AuditVerification audit;
    private final SignIn signIn;

    Lookout(JdbcClient jdbc, Books books, AuditVerification audit, SignIn signIn) {
        this.jdbc = jdbc;
        this.books = books;
        this.audit = audit;
        this.signIn = signIn;
    }

    Traces traces(Job job) {
        return jdbc.sql(Trace.sql())
                .param("key", job.key())
                .param("case", job.caseId())
                .param("card", job.card())
                .param("amount", job.amount())
                .param("stream", "case:" + job.caseId())
                .query((row, number) -> {
                    Map<Trace, Integer> counts = new EnumMap<>(Trace.class);
                    for (Trace trace : Trace.values()) {
                        counts.put(trace, row.getInt(trace.ordinal() + 1));
                    }
                    return new Traces(counts);
                })
                .single();
    }

    /**
     * Everything that is not as it should be.
     *
     * @param stock how many cards were ever put into the stock
     * @param journal all jobs that were settled before, with the traces they had then
     */
    List<String> findings(long stock, List<Job> journal) {
        List<String> findings = new ArrayList<>();
        for (Job job : journal) {
            String difference = traces(job).differenceFrom(job.before());
            if (!difference.isEmpty()) {
                findings.add("An act that was settled is not as it was: " + job.deed() + ": " + difference);
            }
        }
        long there = count("replacement_stock");
        long taken = count("replacement_stock where state = 'TAKEN'");
        long issued = count("replacement");
        if (there != stock || taken != issued) {
            findings.add("The stock had " + stock + " and " + issued + " were issued; it has " + there + " of which "
                    + taken + " are taken");
        }
        signIn.as("supervisor");
        for (BookReport.Finding finding : books.check(done -> {}).findings()) {
            findings.add("The books do not balance: " + finding);
        }
        VerificationRun run = verified();
        if (run.state() != VerificationRun.State.SOUND) {
            findings.add("The audit trail is " + run.state() + ": " + audit.findings(run.id()));
        }
        return findings;
    }

    private VerificationRun verified() {
        signIn.as("admin");
        audit.start();
        VerificationRun run = audit.latest().orElseThrow();
        while (run.state() == VerificationRun.State.RUNNING) {
            Thread.onSpinWait();
            run = audit.latest().orElseThrow();
        }
        return run;
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }
}
