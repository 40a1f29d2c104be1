package app.carddesk.terms;

import app.carddesk.shared.CardKind;
import app.carddesk.shared.Place;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where each kind of card can be used (terms, sections 2 and 3, and the articles; the content code's "no" is ours). */
public final class Usability {

    private static final Set<Place> CONTENT = Collections.unmodifiableSet(
            EnumSet.of(Place.APP_STORE, Place.ITUNES_STORE, Place.BOOKS, Place.APPLE_MUSIC, Place.TV_APP));
    private static final Set<Place> REMOTE_PRODUCTS =
            Collections.unmodifiableSet(EnumSet.of(Place.ONLINE_STORE, Place.STORE_APP, Place.PHONE));
    private static final Set<Place> PRODUCTS = both(REMOTE_PRODUCTS, EnumSet.of(Place.RETAIL_STORE));
    private static final Set<Place> EVERYWHERE = both(CONTENT, PRODUCTS);
    private static final Set<Place> LINKED_BALANCE = both(CONTENT, REMOTE_PRODUCTS);

    private Usability() {}

    /**
     * The places where a card of this kind can be used.
     *
     * @return empty for the Top-Up card alone: it has guidance of its own, and our sources do not say
     */
    public static Optional<Set<Place>> of(CardKind kind) {
        return switch (kind) {
            case APP_STORE_ITUNES, APPLE_MUSIC, APPLE_GIFT_CARD -> Optional.of(EVERYWHERE);
            case APPLE_STORE -> Optional.of(PRODUCTS);
            case CONTENT_CODE -> Optional.of(CONTENT);
            case TOP_UP_CHINA -> Optional.empty();
        };
    }

    /** The places where the balance of a linked card can be used: everywhere but in a retail store (terms, section 3). */
    public static Set<Place> ofLinkedBalance() {
        return LINKED_BALANCE;
    }

    private static Set<Place> both(Set<Place> some, Set<Place> others) {
        EnumSet<Place> all = EnumSet.copyOf(some);
        all.addAll(others);
        return Collections.unmodifiableSet(all);
    }
}
