package app.carddesk.evidence.store;

import java.time.Instant;

/**
 * Something that is in the store.
 *
 * @param writtenAt when, by the clock of whatever keeps it
 */
public record StoredObject(String address, Instant writtenAt) {}
