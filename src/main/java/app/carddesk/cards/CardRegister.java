package app.carddesk.cards;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.access.ForSupervisors;
import app.carddesk.cards.CardHistory.ChangeReason;
import app.carddesk.cards.Ledger.Occasion;
import app.carddesk.cards.Replacing.NotReplaceable;
import app.carddesk.cards.Replacing.NothingLeft;
import app.carddesk.cards.Replacing.OutOfStock;
import app.carddesk.cards.Replacing.Replaced;
import app.carddesk.cards.Replacing.StockOfTheirOwn;
import app.carddesk.cards.Stock.Shelf;
import app.carddesk.cards.Stock.Taken;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register: finds cards and moves them through their guarded states. */
@Service
@ForDesk
@Transactional
public class CardRegister {

    private final CardStore cards;
    private final Ledger ledger;
    private final Issuing issuing;
    private final Stock stock;
    private final CurrentPerson current;
    private final Ids ids;
    private final Clock clock;
    private final Installation installation;
    private final ApplicationEventPublisher events;

    CardRegister(
            CardStore cards,
            Ledger ledger,
            Issuing issuing,
            Stock stock,
            CurrentPerson current,
            Ids ids,
            Clock clock,
            Installation installation,
            ApplicationEventPublisher events) {
        this.cards = cards;
        this.ledger = ledger;
        this.issuing = issuing;
        this.stock = stock;
        this.current = current;
        this.ids = ids;
        this.clock = clock;
        this.installation = installation;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Card> find(Serial serial) {
        return cards.find(serial);
    }

    @Transactional(readOnly = true)
    public Optional<Card> find(UUID id) {
        return cards.find(id);
    }

    /** Reads a card and holds its row until the transaction ends, so that nothing changes between a look and an act. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Card> lock(UUID id) {
        return cards.lock(id);
    }

    /**
     * Replaces a card: takes one card of the same kind, form, region and unit from the stock, moves the unused balance
     * to it, marks the old card replaced and links both. Part of the caller's transaction; all or nothing.
     *
     * @param reference what the journal entries refer to, for example the request's identifier
     * @param forPeople who asked and who decided; what they brought into the stock themselves is not for them, because
     *     whoever imports stock had its codes in their hands
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Replacing replace(UUID card, UUID reference, Set<UUID> forPeople) {
        Card old = cards.lock(card).orElseThrow();
        if (old.state() != CardState.ACTIVE) {
            return new NotReplaceable(old.state());
        }
        if (old.balance().isNothing()) {
            return new NothingLeft();
        }
        Instant now = clock.instant();
        Shelf shelf = Shelf.of(old);
        LocalDate today = LocalDate.ofInstant(now, installation.zone());
        Optional<Taken> taken = stock.hold(shelf, today, forPeople);
        if (taken.isEmpty()) {
            return stock.isAllBroughtBy(shelf, today, forPeople)
                    ? new StockOfTheirOwn()
                    : new OutOfStock(shelf.kind(), shelf.form(), shelf.region(), shelf.unit());
        }
        return new Replaced(issue(old, taken.get(), new Occasion(now, current.id(), reference)), old.balance());
    }

    private Card issue(Card old, Taken taken, Occasion occasion) {
        RegisteredCard issued = RegisteredCard.unactivated(
                ids.next(), taken.serial(), old.kind(), old.form(), old.soldIn(), null, old.balance(), taken.expiry());
        issuing.issue(old, issued, occasion, ChangeReason.REPLACEMENT);
        stock.take(taken, issued.id(), occasion.at());
        events.publishEvent(
                new CardChanged(old.id(), old.state(), CardState.REPLACED, ChangeReason.REPLACEMENT.name()));
        return cards.find(issued.id()).orElseThrow();
    }

    /**
     * Books the activation of an unactivated card at its face value, for a supervisor who decides for the customer.
     * Part of the caller's transaction.
     *
     * @return false if the card is not in the state {@code NOT_ACTIVATED}
     */
    @ForSupervisors
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean bookActivation(UUID card, UUID reference) {
        Card known = cards.lock(card).orElseThrow();
        if (known.state() != CardState.NOT_ACTIVATED) {
            return false;
        }
        Occasion occasion = new Occasion(clock.instant(), current.id(), reference);
        RegisteredCard activated = RegisteredCard.of(known);
        RegisteredCard.Transition transition = activated.activate(occasion.at());
        cards.update(activated);
        ledger.activate(card, known.faceValue(), occasion);
        announce(card, transition, occasion);
        return true;
    }

    /**
     * Makes a voided card active again, with the balance that was frozen on it, for a supervisor who decides for the
     * customer. Part of the caller's transaction.
     *
     * @return false if the card is not voided, or was voided before it was ever activated
     */
    @ForSupervisors
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean liftVoid(UUID card, UUID reference) {
        Card known = cards.lock(card).orElseThrow();
        if (known.state() != CardState.VOIDED || known.activatedAt() == null) {
            return false;
        }
        RegisteredCard lifted = RegisteredCard.of(known);
        RegisteredCard.Transition transition = lifted.liftVoid();
        cards.update(lifted);
        announce(card, transition, new Occasion(clock.instant(), current.id(), reference));
        return true;
    }

    private void announce(UUID card, RegisteredCard.Transition transition, Occasion occasion) {
        cards.record(List.of(new CardStore.Change(
                card,
                occasion.at(),
                occasion.actor(),
                transition.from(),
                transition.to(),
                ChangeReason.FOR_CUSTOMER.name())));
        events.publishEvent(
                new CardChanged(card, transition.from(), transition.to(), ChangeReason.FOR_CUSTOMER.name()));
    }
}
