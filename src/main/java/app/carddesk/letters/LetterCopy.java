package app.carddesk.letters;

import org.jspecify.annotations.Nullable;

/**
 * A letter with its words and where it goes; a mark stands where a redemption code is put in.
 *
 * @param address null while nobody has said it, and on paper
 * @param bounceWords what the mail system said when it came back, with addresses covered and codes masked
 */
public record LetterCopy(
        Letter letter,
        @Nullable String address,
        LetterText text,
        @Nullable String bounceWords) {

    /** Nothing personal, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "LetterCopy[" + letter.id() + "]";
    }
}
