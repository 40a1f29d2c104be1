package app.carddesk.audit;

import java.time.Instant;
import java.util.List;

/**
 * Fixes what the heads of some streams were at one moment; see {@link ChainForm}.
 *
 * @param number counted from 1
 */
record Anchor(long number, Instant at, byte[] previous, byte[] headsHash, byte[] hash, List<Head> heads) {}
