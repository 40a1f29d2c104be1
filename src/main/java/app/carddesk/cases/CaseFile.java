package app.carddesk.cases;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What upper modules may ask of a case and write into it. */
@Service
public class CaseFile {

    CaseFile() {}

    public Optional<CaseSummary> find(CaseNumber number) {
        throw new UnsupportedOperationException();
    }

    /** @throws java.util.NoSuchElementException if there is no such case */
    public CaseSummary get(UUID caseId) {
        throw new UnsupportedOperationException();
    }

    /**
     * The case with its card, proofs and verdict as they stand now; a request for a replacement is judged by this.
     *
     * @throws java.util.NoSuchElementException if there is no such case
     */
    public CaseDossier dossier(UUID caseId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds a line to the case's timeline, in the caller's transaction.
     *
     * @param kind the key of the line's text below {@code timeline.}, such as {@code replacement.requested}; its
     *     placeholders are {0} before, {1} after, {2} note
     * @param before and after values in canonical form: {@code money:50000:DKK}, {@code serial:…}, {@code date:…},
     *     {@code enum:<name>:<CONSTANT>}, or plain text
     * @param note what a person wrote
     */
    public void record(
            UUID caseId, String kind, @Nullable String before, @Nullable String after, @Nullable String note) {
        throw new UnsupportedOperationException();
    }

    /** Moves a case to a state because of what happened to a request; tells the timeline. */
    public void move(UUID caseId, CaseState to) {
        throw new UnsupportedOperationException();
    }
}
