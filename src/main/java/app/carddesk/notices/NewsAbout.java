package app.carddesk.notices;

import java.util.UUID;

/**
 * Something is new about a case, or for a person, which open windows want to show. Published in the transaction of the
 * change.
 */
public record NewsAbout(UUID subject) {}
