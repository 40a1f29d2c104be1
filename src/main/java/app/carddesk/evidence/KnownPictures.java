package app.carddesk.evidence;

/**
 * Pictures that Carddesk drew itself, for the demo: what stands on them is known, and no redemption code is among it, so
 * no time is spent on reading them.
 */
public final class KnownPictures {

    private static final ScopedValue<Boolean> KNOWN = ScopedValue.newInstance();

    private KnownPictures() {}

    /** Does something; pictures that are taken in meanwhile, on this thread, are not read. */
    public static void during(Runnable work) {
        ScopedValue.where(KNOWN, true).run(work);
    }

    static boolean areComing() {
        return KNOWN.orElse(false);
    }
}
