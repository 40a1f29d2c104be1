package app.carddesk.cases;

import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.cases.conversation.Conversation;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Content;
import app.carddesk.shared.Money;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import app.carddesk.terms.Facts;
import app.carddesk.terms.ProofsNeeded;
import app.carddesk.terms.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case without a database, as far as a conversation knows it. What is told and done goes through the same mapping to
 * facts as in a case that is kept. It starts as an active Danish card about which everything but the proofs is known.
 */
final class Told {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    static final Facts.TermsVersion DANISH_TERMS = new Facts.TermsVersion(Region.DENMARK, LocalDate.of(2022, 6, 28));

    boolean inRegister = true;
    CardKind kind = CardKind.APPLE_GIFT_CARD;
    CardForm form = CardForm.PHYSICAL;
    Region soldIn = Region.DENMARK;
    CardState state = CardState.ACTIVE;
    boolean spent;

    @Nullable LocalDate expiry;

    final Map<CaseField<?>, Object> values = new HashMap<>();
    final Map<Step, StepOutcome> done = new LinkedHashMap<>();
    final Map<ProofKind, Facts.Proof> proofs = new EnumMap<>(ProofKind.class);

    Told(@Nullable Problem problem) {
        say(CaseField.PROBLEM, problem);
        say(CaseField.FIRST_REPORTED, LocalDate.of(2026, 10, 20));
        say(CaseField.TRIED_AT, Place.ONLINE_STORE);
        say(CaseField.ACCOUNT_REGION, Region.DENMARK);
        say(CaseField.PURCHASE_DATE, LocalDate.of(2026, 5, 1));
        say(CaseField.PURCHASE_COUNTRY, Region.DENMARK);
    }

    Told state(CardState other) {
        state = other;
        return this;
    }

    Told kind(CardKind other) {
        kind = other;
        return this;
    }

    <T> Told say(CaseField<T> field, @Nullable T value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
        return this;
    }

    Told take(Step step, StepOutcome outcome) {
        done.remove(step);
        done.put(step, outcome);
        return this;
    }

    Told provenBy(Facts.Proof standing) {
        ProofsNeeded.of(form).forEach(needed -> proofs.put(needed, standing));
        return this;
    }

    Conversation conversation() {
        return Conversation.of(facts(), done);
    }

    Facts facts() {
        List<DoneStep> steps = done.entrySet().stream()
                .map(one -> new DoneStep(one.getKey(), one.getValue(), new UUID(0, 1), Instant.EPOCH))
                .toList();
        Facts kept = CaseFacts.of(
                CaseValues.read(row()),
                inRegister ? card() : null,
                steps,
                List.of(),
                List.of(DANISH_TERMS),
                TODAY,
                ZoneId.of("Europe/Copenhagen"));
        return new Facts(kept.card(), kept.report(), kept.purchase(), proofs, kept.terms(), kept.today());
    }

    private Card card() {
        long quantity = spent ? 0 : 1;
        return new Card(
                new UUID(0, 2),
                new Serial("GCA08Z7154420913"),
                kind,
                form,
                soldIn,
                null,
                state,
                null,
                null,
                kind == CardKind.CONTENT_CODE ? new Content("album-1001", 1) : Money.ofMinor(50_000, "DKK"),
                kind == CardKind.CONTENT_CODE
                        ? new Content("album-1001", quantity)
                        : Money.ofMinor(quantity * 50_000, "DKK"),
                kind == CardKind.CONTENT_CODE ? expiry : null,
                null,
                null);
    }

    private CaseField.Reader row() {
        Map<String, Object> columns = new HashMap<>();
        values.forEach((field, value) -> fill(columns, field, value));
        return new CaseField.Reader() {
            @Override
            public <V> Optional<V> value(String column, Class<V> type) {
                return Optional.ofNullable(columns.get(column)).map(type::cast);
            }
        };
    }

    @SuppressWarnings("unchecked") // say() puts in what the field holds
    private static <T> void fill(Map<String, Object> columns, CaseField<T> field, Object value) {
        field.columns().forEach(column -> columns.put(column.name(), column.of((T) value)));
    }
}
