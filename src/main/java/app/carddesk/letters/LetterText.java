package app.carddesk.letters;

/**
 * The words of a letter, or of a template.
 *
 * @param subject one line
 * @param body paragraphs apart by empty lines; a line that begins with "- " is a point of a list
 */
public record LetterText(String subject, String body) {

    /** The longest subject, in characters. */
    public static final int LONGEST_SUBJECT = 200;

    /** The longest body, in characters: sealed, it still fits into the timeline. */
    public static final int LONGEST_BODY = 4000;

    /** Stands where the redemption code is put in when the letter is sent. */
    static final String CODE = "\u27EAcode\u27EB";

    /** With something to read where a redemption code is put in. */
    public LetterText shown(String codeHere) {
        return new LetterText(subject, body.replace(CODE, codeHere));
    }

    /** Nothing of the words, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "LetterText[" + body.length() + "]";
    }
}
