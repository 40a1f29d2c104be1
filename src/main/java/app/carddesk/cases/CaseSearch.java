package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.shared.Installation;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.Region;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases and customers. */
@Service
@ForDesk
@Transactional(readOnly = true)
public class CaseSearch {

    private static final int LATELY = 8;

    private final CaseLines lines;
    private final CustomerStore customers;
    private final CurrentPerson currentPerson;
    private final Clock clock;
    private final Installation installation;

    CaseSearch(
            CaseLines lines,
            CustomerStore customers,
            CurrentPerson currentPerson,
            Clock clock,
            Installation installation) {
        this.lines = lines;
        this.customers = customers;
        this.currentPerson = currentPerson;
        this.clock = clock;
        this.installation = installation;
    }

    /** One slice of a list; shorter than {@code limit} at its end. */
    public List<CaseLine> page(CaseQuery query, int offset, int limit) {
        return lines.page(query, currentPerson.id(), offset, limit);
    }

    /** The cases of a card, newest first. */
    public List<CaseLine> ofCard(UUID card) {
        return lines.ofCard(card);
    }

    /** What the person signed in had in hand lately. */
    public List<CaseLine> lately() {
        return lines.lately(currentPerson.id(), LATELY);
    }

    /** Call-backs of the person signed in that are due today or overdue. */
    public List<CaseLine> due() {
        return lines.due(currentPerson.id(), LocalDate.ofInstant(clock.instant(), installation.zone()));
    }

    /**
     * Looks for a case by its number, or a customer by e-mail or phone; empty if the text is none of these. A
     * redemption code is never looked for.
     */
    public Optional<Found> find(String typed) {
        if (RedemptionCodes.containsCode(typed)) {
            return Optional.empty();
        }
        Optional<CaseNumber> number = CaseNumber.parse(typed);
        if (number.isPresent()) {
            return Optional.of(new Found(null, lines.withNumber(number.get())));
        }
        if (typed.contains("@")) {
            return Optional.of(EmailAddress.parse(typed).map(this::known).orElse(Found.NOTHING));
        }
        String stripped = typed.strip();
        if (stripped.startsWith("+") || stripped.startsWith("00")) {
            return Optional.of(
                    PhoneNumber.parse(stripped, Region.DENMARK).map(this::known).orElse(Found.NOTHING));
        }
        return Optional.empty();
    }

    private Found known(Object key) {
        return customers
                .knownBy(key)
                .map(customer -> new Found(customer, lines.ofCustomer(customer.id())))
                .orElse(Found.NOTHING);
    }

    /**
     * @param customer who was found by e-mail or phone
     * @param cases the case with the number, or the customer's cases, newest first
     */
    public record Found(@Nullable Customer customer, List<CaseLine> cases) {

        static final Found NOTHING = new Found(null, List.of());

        /** Whether nothing was found. */
        public boolean isNothing() {
            return customer == null && cases.isEmpty();
        }
    }
}
