package app.carddesk.evidence;

import java.util.UUID;

/** The pages of a proof were drawn, or look different now. Published within evidence, in the transaction of the change. */
public record PagesChanged(UUID proof) {}
