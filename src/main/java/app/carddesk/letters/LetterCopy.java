package app.carddesk.letters;

import org.jspecify.annotations.Nullable;

/**
 * A letter with its words and where it goes; a mark stands where a redemption code is put in.
 *
 * @param address null while nobody has said it, and on paper
 */
public record LetterCopy(Letter letter, @Nullable String address, LetterText text) {

    /** Nothing personal, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "LetterCopy[" + letter.id() + "]";
    }
}
