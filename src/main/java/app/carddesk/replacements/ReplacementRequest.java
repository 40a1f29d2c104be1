package app.carddesk.replacements;

import app.carddesk.access.SystemPerson;
import app.carddesk.cards.Serial;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseNumber;
import app.carddesk.shared.Worth;
import app.carddesk.terms.Outcome;
import app.carddesk.terms.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request for a replacement as it stands.
 *
 * @param cardId the card it is about; null for a case without a card, and where the card has been replaced already
 * @param serial the card's serial, also where {@code cardId} is null because the card was replaced
 * @param contactVersion the customer's contact it was made on; see {@link CaseGuard.Contact}
 * @param rule the row of the verdict table at the time of the request
 * @param amount what stood on the ledger at the time of the request, or null without a card
 * @param words what the requester wrote to the supervisor
 * @param answer what the requester answered to the last question
 * @param waitingFor what is missing in stock, while the request waits for it
 * @param issued the serial of the new card, once there is one
 * @param version goes up with every change; a decision names the version it was made on
 * @param decisions oldest first
 */
public record ReplacementRequest(
        UUID id,
        RequestNumber number,
        UUID caseId,
        CaseNumber caseNumber,
        @Nullable UUID cardId,
        @Nullable Serial serial,
        @Nullable UUID customerId,
        @Nullable Long contactVersion,
        RequestKind kind,
        Rule rule,
        @Nullable Worth amount,
        Set<ReviewFlag> flags,
        @Nullable String words,
        @Nullable String answer,
        RequestState state,
        @Nullable Basis basis,
        @Nullable StockNeed waitingFor,
        @Nullable Serial issued,
        UUID requestedBy,
        Instant requestedAt,
        long version,
        List<Taken> decisions) {

    public ReplacementRequest {
        flags = Set.copyOf(flags);
        decisions = List.copyOf(decisions);
    }

    public Outcome outcome() {
        return rule.outcome();
    }

    /** Whether the letter would still go where it would have gone when the request was made. */
    boolean isMadeOn(CaseGuard.Contact contact) {
        return contact.equals(new CaseGuard.Contact(customerId, contactVersion));
    }

    boolean isBy(UUID person) {
        return requestedBy.equals(person);
    }

    /** Who asked, who approved, and who acts now, apart from Carddesk itself: at least one of them. */
    Set<UUID> people(UUID acting) {
        return Stream.concat(
                        Stream.of(requestedBy, acting),
                        decisions.stream()
                                .filter(taken -> taken.outcome() == DecisionOutcome.APPROVED)
                                .map(Taken::by))
                .filter(one -> !one.equals(SystemPerson.ID))
                .collect(Collectors.toSet());
    }

    /** The last decision, or null if there is none yet. */
    public @Nullable Taken lastDecision() {
        return decisions.isEmpty() ? null : decisions.getLast();
    }

    /**
     * A decision that was taken.
     *
     * @param reason the question of a return, the reason of a refusal or of an overruling approval
     */
    public record Taken(DecisionOutcome outcome, @Nullable String reason, UUID by, Instant at) {}
}
