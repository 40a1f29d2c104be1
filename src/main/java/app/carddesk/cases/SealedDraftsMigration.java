package app.carddesk.cases;

import app.carddesk.personal.PersonalValues;
import app.carddesk.personal.SealingAtUpgrade;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.RowsMigration;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals what earlier releases kept in the clear of texts that were being typed, without the redemption codes that were
 * begun in them. A text of which nothing is left is forgotten.
 */
@Component
class SealedDraftsMigration extends RowsMigration {

    private final SealingAtUpgrade sealing;

    SealedDraftsMigration(SealingAtUpgrade sealing) {
        super("55.1", "sealed drafts");
        this.sealing = sealing;
    }

    private record Draft(UUID caseId, UUID person, String field, UUID concerned, String text) {

        @Override
        public String toString() {
            return "Draft[" + caseId + ", " + field + "]";
        }
    }

    @Override
    protected void migrate(JdbcClient jdbc, Context context) {
        PersonalValues personal = sealing.on(context.getConnection());
        forEach(
                new Draft(FIRST, FIRST, "", FIRST, ""),
                (Draft draft) -> draft,
                last -> after(jdbc, last),
                draft -> seal(jdbc, personal, draft));
    }

    private static List<Draft> after(JdbcClient jdbc, Draft last) {
        return jdbc.sql(
                        "select d.case_id, d.person_id, d.field, coalesce(c.customer_id, c.id) as concerned, d.draft_value"
                                + " from case_draft d join support_case c on c.id = d.case_id where (d.case_id, d.person_id, d.field)"
                                + " > (:case, :person, :field) order by d.case_id, d.person_id, d.field limit "
                                + AT_ONCE)
                .param("case", last.caseId())
                .param("person", last.person())
                .param("field", last.field())
                .query((row, n) -> new Draft(
                        Rows.uuid(row, "case_id"),
                        Rows.uuid(row, "person_id"),
                        row.getString("field"),
                        Rows.uuid(row, "concerned"),
                        row.getString("draft_value")))
                .list();
    }

    private static void seal(JdbcClient jdbc, PersonalValues personal, Draft draft) {
        String kept = RedemptionCodes.withoutBegunCode(draft.text());
        boolean nothing = RedemptionCodes.isOnlyMasks(kept);
        String change = nothing ? "delete from case_draft" : "update case_draft set draft_value = :sealed";
        JdbcClient.StatementSpec statement = jdbc.sql(
                        change + " where case_id = :case and person_id = :person and field = :field")
                .param("case", draft.caseId())
                .param("person", draft.person())
                .param("field", draft.field());
        if (!nothing) {
            statement = statement.param(
                    "sealed",
                    CaseDrafts.seal(personal, draft.concerned(), draft.caseId(), draft.person(), draft.field(), kept));
        }
        statement.update();
    }
}
