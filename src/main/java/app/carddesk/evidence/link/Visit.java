package app.carddesk.evidence.link;

import app.carddesk.shared.Language;
import app.carddesk.shared.ProofKind;
import java.util.List;

/** What somebody finds who comes by a link. */
sealed interface Visit {

    /** No link that is open: there never was one, it ended, or it was closed. Nobody can tell which. */
    record NotOpen() implements Visit {}

    /** The link belongs to another phone. */
    record InUse(Language language) implements Visit {}

    /** The places to fill; nothing else of the case. */
    record Open(UploadLink link, boolean bound, List<Place> places) implements Visit {

        public Open {
            places = List.copyOf(places);
        }
    }

    /**
     * A place to fill.
     *
     * @param arrived whether something for it came by this very link already
     */
    record Place(ProofKind kind, boolean arrived) {}
}
