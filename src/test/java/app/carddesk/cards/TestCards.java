package app.carddesk.cards;

import app.carddesk.access.SystemPerson;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Content;
import app.carddesk.shared.Contention;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Cards and stock for tests, each under a serial nobody else has. */
@Component
public class TestCards {

    private static final RandomGenerator RANDOM = new SecureRandom();

    private final CardStore cards;
    private final Ledger ledger;
    private final Stock stock;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Contention contention;

    TestCards(
            CardStore cards,
            Ledger ledger,
            Stock stock,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions,
            Contention contention) {
        this.cards = cards;
        this.ledger = ledger;
        this.stock = stock;
        this.ids = ids;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.contention = contention;
    }

    /** A serial that begins with {@code prefix} and that no other card has. */
    public static Serial serial(String prefix) {
        return new Serial(prefix + letters(10) + RANDOM.nextInt(100, 1000));
    }

    /** Letters that are like no other character. */
    public static String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append("ACFHIJKLMNPRTWY".charAt(RANDOM.nextInt(15)));
        }
        return letters.toString();
    }

    /** An active App Store &amp; iTunes card from Denmark, in the hand, with this balance in øre. */
    public Card active(long balance) {
        return card(CardState.ACTIVE, balance);
    }

    /** A card from Denmark in this state; of this balance in øre, which for an unactivated card is its face value. */
    public Card card(CardState state, long balance) {
        return card(
                serial("GCA"),
                CardKind.APP_STORE_ITUNES,
                CardForm.PHYSICAL,
                Region.DENMARK,
                state,
                Money.ofMinor(balance, "DKK"),
                null);
    }

    /** An active content code from Denmark for an item nobody else has. */
    public Card code(LocalDate expiry) {
        Content content = new Content("test-" + UUID.randomUUID(), 1);
        return card(
                serial("EPY"),
                CardKind.CONTENT_CODE,
                CardForm.PHYSICAL,
                Region.DENMARK,
                CardState.ACTIVE,
                content,
                expiry);
    }

    /**
     * Any card. Its worth is its face value and, if active, what is left of it; a linked card's stands on the account.
     * A replaced one is replaced for good, by a card made for it.
     */
    public Card card(
            Serial serial,
            CardKind kind,
            CardForm form,
            Region soldIn,
            CardState state,
            Worth worth,
            @Nullable LocalDate expiry) {
        return transaction.execute(status -> {
            RegisteredCard card = RegisteredCard.unactivated(
                    ids.next(), serial, kind, form, soldIn, "Supermarket Odense", worth, expiry);
            Instant at = LocalDate.of(2024, 5, 2).atTime(12, 0).toInstant(ZoneOffset.UTC);
            boolean activated = state != CardState.NOT_ACTIVATED;
            if (activated) {
                card.activate(at);
            }
            switch (state) {
                case NOT_ACTIVATED, ACTIVE, REPLACED -> {}
                case LINKED -> card.link();
                case VOIDED -> card.makeVoid(VoidReason.FRAUD);
            }
            cards.insert(List.of(card));
            ledger.ensureSides(List.of(worth.unit()));
            ledger.open(List.of(new Ledger.Opening(card.id(), worth.unit(), 0)));
            Ledger.Occasion occasion = new Ledger.Occasion(at, SystemPerson.ID, null);
            if (activated) {
                ledger.activate(card.id(), worth, occasion);
            }
            if (state == CardState.LINKED) {
                ledger.link(card.id(), worth, occasion);
            }
            cards.record(List.of(new CardStore.Change(card.id(), at, SystemPerson.ID, null, card.state(), "IMPORT")));
            if (state == CardState.REPLACED) {
                RegisteredCard next =
                        RegisteredCard.unactivated(ids.next(), serial("GCA"), kind, form, soldIn, null, worth, expiry);
                next.activate(at.plus(Duration.ofDays(1)));
                cards.insert(List.of(next));
                ledger.open(List.of(new Ledger.Opening(next.id(), worth.unit(), 0)));
                ledger.replace(card.id(), next.id(), worth, occasion);
                card.replaceBy(next.id());
                cards.update(card);
            }
            return cards.find(card.id()).orElseThrow();
        });
    }

    /** Lets something be bought with a card. */
    public Card spend(Card card, long quantity) {
        return transaction.execute(status -> {
            ledger.spend(
                    card.id(),
                    Worth.of(quantity, card.faceValue().unit()),
                    new Ledger.Occasion(clock.instant(), SystemPerson.ID, null));
            return cards.find(card.id()).orElseThrow();
        });
    }

    /** Links a card to an account, as the register's events do: if it is active, with its balance. */
    public boolean link(Card card) {
        return atTheTill(() -> {
            Card now = cards.lock(card.id()).orElseThrow();
            if (now.state() != CardState.ACTIVE) {
                return false;
            }
            RegisteredCard linked = RegisteredCard.of(now);
            change(linked, linked.link());
            if (!now.balance().isNothing()) {
                ledger.link(now.id(), now.balance(), occasion());
            }
            return true;
        });
    }

    /** Voids a card, as the register's events do: unless it was replaced or voided before. */
    public boolean makeVoid(Card card) {
        return atTheTill(() -> {
            Card now = cards.lock(card.id()).orElseThrow();
            if (now.state() == CardState.REPLACED || now.state() == CardState.VOIDED) {
                return false;
            }
            RegisteredCard voided = RegisteredCard.of(now);
            change(voided, voided.makeVoid(VoidReason.FRAUD));
            return true;
        });
    }

    /** Activates a card, as a till does: if nobody has yet. */
    public boolean activate(Card card) {
        return atTheTill(() -> {
            Card now = cards.lock(card.id()).orElseThrow();
            if (now.state() != CardState.NOT_ACTIVATED) {
                return false;
            }
            RegisteredCard activated = RegisteredCard.of(now);
            change(activated, activated.activate(clock.instant()));
            ledger.activate(now.id(), now.faceValue(), occasion());
            return true;
        });
    }

    /** Buys with a card, as a till does: if it is active and holds that much. */
    public boolean buy(Card card, long quantity) {
        return atTheTill(() -> {
            Card now = cards.lock(card.id()).orElseThrow();
            if (now.state() != CardState.ACTIVE || now.balance().quantity() < quantity) {
                return false;
            }
            ledger.spend(card.id(), Worth.of(quantity, now.balance().unit()), occasion());
            return true;
        });
    }

    /** A till's act in a transaction of its own; like any till's it is begun anew when the database asks for it. */
    private boolean atTheTill(Supplier<Boolean> act) {
        return contention.retried(() -> Boolean.TRUE.equals(transaction.execute(status -> act.get())));
    }

    private void change(RegisteredCard card, RegisteredCard.Transition transition) {
        cards.update(card);
        cards.record(List.of(new CardStore.Change(
                card.id(), clock.instant(), SystemPerson.ID, transition.from(), transition.to(), "FOR_CUSTOMER")));
    }

    private Ledger.Occasion occasion() {
        return new Ledger.Occasion(clock.instant(), SystemPerson.ID, null);
    }

    /** Puts cards into the stock that could replace this one. */
    public List<Serial> stock(Card like, int count) {
        List<Stock.Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arrivals.add(new Stock.Arrival(
                    ids.next(),
                    serial("GCAST"),
                    Stock.Shelf.of(like),
                    like.kind().expires() ? LocalDate.of(2099, 12, 31) : null,
                    "X" + letters(15)));
        }
        transaction.executeWithoutResult(status -> stock.add(arrivals, clock.instant(), SystemPerson.ID, null));
        return arrivals.stream().map(Stock.Arrival::serial).toList();
    }

    /** The card as it is now. */
    public Card reload(Card card) {
        return cards.find(card.id()).orElseThrow();
    }

    /** The card of this identifier. */
    public Card by(UUID id) {
        return cards.find(id).orElseThrow();
    }

    /** The card of this serial. */
    public Card of(Serial serial) {
        return cards.find(serial).orElseThrow();
    }

    Optional<Card> find(Serial serial) {
        return cards.find(serial);
    }
}
