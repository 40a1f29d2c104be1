package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every column that holds characters is known by what it holds. A new one fails here until somebody has said whether people
 * write into it, and if they do, by which class and past {@link FreeText}.
 */
@CarddeskTest
@Tag("database")
class FreeTextColumnsTest {

    /** Names of enumerated values, identifiers, addresses of screens, numbers and marks that the application makes. */
    private static final String MADE = """
            audit_anchor_head.stream audit_event.act audit_event.came_from audit_event.personal_digest
            audit_event.stream audit_event.subject_kind audit_finding.kind audit_finding.stream audit_head.stream
            audit_personal.slot audit_verification.state card.form card.kind card.region card.state card.unit
            card.void_reason card_change.from_state card_change.reason card_change.to_state card_correction.kind
            card_correction.reason card_correction.state card_correction.unit case_draft.field case_list_view.problem
            case_list_view.sorted_by case_list_view.state case_list_view.view_name case_step.outcome case_step.step
            case_timeline.field case_timeline.kind code_address_decision.outcome code_address_request.case_number
            code_address_request.kind code_address_request.state contact_mark.kind contact_mark.mark customer.language customer.phone
            evidence_object.address evidence_object.sealed_with guide_version.language guide_version.slug
            idempotency.answer idempotency.content_hash idempotency.operation idempotency.request_key
            import_content.key_id import_total.unit
            import_refusal.column_name import_refusal.reason import_run.content import_run.problem import_run.state
            inquiry.outcome inquiry.topic ledger_account.kind ledger_account.system_key ledger_account.unit
            ledger_entry.kind ledger_entry.unit letter.bounce_reason letter.bounce_status letter.case_number letter.kind
            letter.language letter.problem letter.state letter_template.kind letter_template.language mail_halt.trouble notice.address
            notice.kind notice.subject person.density person.language person.password_hash person.phone person.theme
            person_role.role personal_key.sealed_with proof.came_by proof.declared_kind proof.file_type proof.kind
            proof.original proof.sha256 proof.state proof_decision.state proof_finding.kind proof_hold.acceptance proof_hold.kind
            proof_hold.matter_name proof_finding.source proof_page.copy
            proof_page.thumbnail replacement.basis replacement.case_number replacement.unit replacement_decision.flags replacement_decision.outcome
            replacement_request.basis replacement_request.case_number replacement_request.flags replacement_request.kind
            replacement_request.outcome replacement_request.request_number replacement_request.rule
            replacement_request.state replacement_request.unit replacement_request.waiting_for replacement_stock.form
            replacement_stock.key_id replacement_stock.kind replacement_stock.region replacement_stock.state
            replacement_stock.unit reply.identity reply_file.state reply_file.type_key reuse_flag.degree reuse_page.state
            sign_in_attempt.mark support_case.account_region support_case.linked_account support_case.problem support_case.purchase_country
            support_case.purchase_currency support_case.state support_case.tried_at support_case.tried_in
            terms_version.country upload_link.language upload_link.phone_hash upload_link.token_hash
            """;

    /** Serial numbers, which no code passes for, and what was read as one in a picture. */
    private static final String SERIALS = """
            card.serial card.serial_folded import_replaced.serial proof.declared_for proof_decision.for_serial proof_decision.serial_seen
            proof_finding.value_read proof_hold.about replacement.new_serial replacement.old_serial
            replacement_request.serial replacement_stock.serial support_case.serial
            """;

    /** Sealed by the personal module, which covers codes before. */
    private static final String SEALED = """
            audit_personal.sealed case_draft.draft_value case_timeline.after_value case_timeline.before_value
            case_timeline.note code_address_decision.words code_address_request.address code_address_request.words
            letter.address letter.body letter.bounce_words letter.subject replacement_decision.reason replacement_look.words
            replacement_request.answer replacement_request.words reply.body reply.quoted reply.sender reply.subject
            reply_file.name
            """;

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("app.carddesk");

    @Autowired
    private OwnerDatabase owner;

    @Test
    void every_column_of_characters_is_known_by_what_it_holds() {
        Set<String> known = Stream.of(MADE, SERIALS, SEALED)
                .flatMap(Pattern.compile("\\s+")::splitAsStream)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> claimed = claims().collect(Collectors.toCollection(TreeSet::new));

        assertThat(claimed).as("written by people").doesNotContainAnyElementsOf(known);
        known.addAll(claimed);
        assertThat(columns()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void sealing_lets_free_text_pass_the_recogniser() {
        JavaClass sealing = APPLICATION.get("app.carddesk.personal.PersonalValues");

        assertThat(sealing.getMethodCallsFromSelf())
                .anyMatch(call -> call.getOrigin().getName().equals("seal")
                        && call.getTargetOwner().isEquivalentTo(FreeText.class));
    }

    private static Stream<String> claims() {
        return APPLICATION.stream()
                .filter(type -> type.isAnnotatedWith(KeepsFreeText.class))
                .flatMap(type -> Arrays.stream(
                        type.getAnnotationOfType(KeepsFreeText.class).value()));
    }

    private Set<String> columns() {
        String sql = """
                select lower(c.table_name) || '.' || lower(c.column_name) from information_schema.columns c
                  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                 where lower(c.table_schema) = 'public' and t.table_type like '%BASE%'
                   and (lower(c.data_type) like '%char%' or lower(c.data_type) like '%text%'
                        or lower(c.data_type) like '%large object%')
                   and lower(c.table_name) not like 'flyway%'
                """;
        return new TreeSet<>(owner.jdbc().sql(sql).query(String.class).list());
    }
}
