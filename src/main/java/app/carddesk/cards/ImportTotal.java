package app.carddesk.cards;

import app.carddesk.shared.Worth;
import org.jspecify.annotations.Nullable;

/**
 * What an import would bring, of one currency or content.
 *
 * @param cards how many cards
 * @param balance what is unused on them; null for replacement stock, which has no balance until it is issued
 */
public record ImportTotal(String unit, long cards, @Nullable Worth balance) {}
