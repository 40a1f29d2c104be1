package app.carddesk.guides;

/** What came of writing a guide. */
public sealed interface GuideSaving {

    record Saved(Guide guide) implements GuideSaving {}

    /** Somebody else wrote in the meantime; nothing was kept of this one. */
    record Stale(GuideVersion theirs) implements GuideSaving {}

    record Refused(GuideFault fault) implements GuideSaving {}
}
