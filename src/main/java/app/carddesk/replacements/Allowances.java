package app.carddesk.replacements;

import app.carddesk.cards.Card;
import app.carddesk.policies.Allowance;
import app.carddesk.policies.Limits;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.Installation;
import app.carddesk.shared.Money;
import app.carddesk.shared.Worth;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was issued without a decision, against what may be. Days and months begin at midnight in the installation's
 * zone, whatever zone the machine or the agent is in; what was issued later than now, because a clock was set back,
 * counts too. Whoever asks under a limit holds the person's, the customer's and the card's row, so the count stands.
 */
@Component
class Allowances {

    private final Limits limits;
    private final Usage usage;
    private final Installation installation;
    private final Clock clock;

    Allowances(Limits limits, Usage usage, Installation installation, Clock clock) {
        this.limits = limits;
        this.usage = usage;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * Whether a replacement for this amount is within the limit for a single one. Content codes never are; a currency
     * without a limit has none to stay within.
     */
    boolean isWithinSingleLimit(CardKind kind, Worth amount) {
        return kind != CardKind.CONTENT_CODE
                && amount instanceof Money money
                && limits.agentLimit(money.currency())
                        .filter(limit -> money.compareTo(limit) <= 0)
                        .isPresent();
    }

    /** The limits one more replacement of this card would exceed; none for one that is decided anyway. */
    Set<ReviewFlag> exceeded(UUID requester, @Nullable UUID customer, Card card) {
        Set<ReviewFlag> flags = EnumSet.noneOf(ReviewFlag.class);
        if (!isWithinSingleLimit(card.kind(), card.balance()) || !(card.balance() instanceof Money amount)) {
            return flags;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
        if (isBeyond(limits.personDay(), () -> usage.ofPerson(requester, start(today), amount.unit()), amount)) {
            flags.add(ReviewFlag.PERSON_DAY_LIMIT);
        }
        Instant month = start(today.withDayOfMonth(1));
        if (customer != null
                && isBeyond(limits.customerMonth(), () -> usage.ofCustomer(customer, month, amount.unit()), amount)) {
            flags.add(ReviewFlag.CUSTOMER_MONTH_LIMIT);
        }
        if (isBeyond(limits.card(), () -> usage.ofChain(card.id(), amount.unit()), amount)) {
            flags.add(ReviewFlag.CARD_LIMIT);
        }
        return flags;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(installation.zone()).toInstant();
    }

    private static boolean isBeyond(Allowance allowance, Supplier<Allowance.Used> used, Money more) {
        return !allowance.isAny() && !allowance.allows(used.get(), more);
    }
}
