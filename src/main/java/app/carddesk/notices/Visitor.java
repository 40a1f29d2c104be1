package app.carddesk.notices;

import java.util.SortedSet;
import java.util.UUID;

/**
 * Somebody who is at the same place.
 *
 * @param name what others call them
 * @param fields what they have under their cursor, one for each of their windows at most
 */
public record Visitor(UUID person, String name, SortedSet<String> fields) {}
