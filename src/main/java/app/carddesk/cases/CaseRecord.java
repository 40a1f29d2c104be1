package app.carddesk.cases;

import app.carddesk.shared.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as its row has it.
 *
 * @param serial of the card, or what was read out when the register does not know it
 */
record CaseRecord(
        UUID id,
        CaseNumber number,
        CaseState state,
        CaseValues values,
        @Nullable UUID cardId,
        @Nullable String serial,
        @Nullable UUID customerId,
        @Nullable Instant customerSince,
        Instant openedAt,
        UUID openedBy) {

    CaseSummary summary() {
        return new CaseSummary(
                id,
                number,
                state,
                values.get(CaseField.PROBLEM),
                cardId,
                customerId,
                values.get(CaseField.CUSTOMER_NAME),
                values.get(CaseField.CUSTOMER_LANGUAGE),
                values.get(CaseField.ASSIGNEE),
                openedAt);
    }

    @Nullable Customer customer() {
        Language language = values.get(CaseField.CUSTOMER_LANGUAGE);
        return customerId == null || customerSince == null
                ? null
                : new Customer(
                        customerId,
                        values.get(CaseField.CUSTOMER_NAME),
                        values.get(CaseField.CUSTOMER_EMAIL),
                        values.get(CaseField.CUSTOMER_PHONE),
                        language,
                        customerSince);
    }
}
