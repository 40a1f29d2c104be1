package app.carddesk.evidence.reuse;

import app.carddesk.evidence.EvidenceNotice;
import java.util.UUID;

/** A proof of this case was found to be used elsewhere as well. */
public record ReuseFound(UUID owner) implements EvidenceNotice {}
