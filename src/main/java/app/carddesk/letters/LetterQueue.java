package app.carddesk.letters;

import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseSummary;
import app.carddesk.replacements.ReplacementIssued;
import app.carddesk.replacements.RequestChanged;
import app.carddesk.replacements.RequestState;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues the letters that follow from a request, in the transaction of what they tell. */
@Component
class LetterQueue {

    private final JdbcClient jdbc;
    private final CaseFile cases;
    private final Ids ids;
    private final Clock clock;

    LetterQueue(JdbcClient jdbc, CaseFile cases, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReplacementIssued event) {
        queue(LetterKind.REPLACEMENT_ISSUED, event.caseId(), event.request(), event.replacement());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestChanged event) {
        if (event.now() == RequestState.REFUSED) {
            queue(LetterKind.REQUEST_REFUSED, event.caseId(), event.request(), null);
        }
    }

    private void queue(LetterKind kind, UUID caseId, UUID request, @Nullable UUID replacement) {
        CaseSummary summary = cases.get(caseId);
        Language language = summary.customerLanguage();
        jdbc.sql("""
                        insert into letter
                            (id, case_id, kind, language, customer_id, request_id, replacement_id, state, created_at)
                        values (:id, :case, :kind, :language, :customer, :request, :replacement, 'WAITING', :at)""")
                .param("id", ids.next())
                .param("case", caseId)
                .param("kind", kind.name())
                .param("language", (language == null ? Language.EN : language).name())
                .param("customer", summary.customerId())
                .param("request", request)
                .param("replacement", replacement)
                .param("at", Columns.time(clock.instant()))
                .update();
    }
}
