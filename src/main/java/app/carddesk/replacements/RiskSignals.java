package app.carddesk.replacements;

import app.carddesk.cards.Card;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the reasons to look twice at a request. */
@Component
class RiskSignals {

    /** For how long a replacement makes the customer's next one a reason to look twice. */
    static final Duration RECENT = Duration.ofDays(90);

    private final Requests requests;
    private final Clock clock;

    RiskSignals(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** The signals as they stand; holds the customer, so that no other request changes them in this transaction. */
    Set<ReviewFlag> of(@Nullable UUID customer, @Nullable Card card) {
        Set<ReviewFlag> flags = EnumSet.noneOf(ReviewFlag.class);
        if (customer != null) {
            requests.holdCustomer(customer);
            if (requests.replacementsOf(customer, clock.instant().minus(RECENT)) > 0) {
                flags.add(ReviewFlag.CUSTOMER_REPLACED_RECENTLY);
            }
        }
        if (card != null && card.replaces() != null) {
            flags.add(ReviewFlag.CARD_IS_A_REPLACEMENT);
        }
        return flags;
    }
}
