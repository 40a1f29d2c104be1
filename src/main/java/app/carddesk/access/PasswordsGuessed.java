package app.carddesk.access;

/**
 * Somebody seems to guess passwords or names; said at most once an hour.
 *
 * @param failures sign-ins that failed within the hour so far
 */
public record PasswordsGuessed(int failures) {}
