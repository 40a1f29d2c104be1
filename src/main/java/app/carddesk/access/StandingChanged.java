package app.carddesk.access;

import java.util.UUID;

/** A person's roles, or whether they may sign in at all, or their password, changed: they do not stand as they did. */
record StandingChanged(UUID person) {}
