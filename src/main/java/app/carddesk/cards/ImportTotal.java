package app.carddesk.cards;

import app.carddesk.shared.Worth;
import org.jspecify.annotations.Nullable;

/**
 * What an import would bring, of one currency or content.
 *
 * @param cards how many cards
 * @param replacing how many of them replace a card there is, whose whole balance they take over
 * @param balance what is unused on them; null for replacement stock, which has no balance until it is issued
 */
public record ImportTotal(
        String unit, long cards, long replacing, @Nullable Worth balance) {}
