package app.carddesk.cards;

import java.util.UUID;

/** Cards or codes came into the replacement stock; what waits for them can be tried again. */
public record StockArrived(UUID run, long count) {}
