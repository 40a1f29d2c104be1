package app.carddesk.letters;

/** What is wrong with a template. */
public sealed interface TemplateFault {

    record SubjectMissing() implements TemplateFault {}

    record BodyMissing() implements TemplateFault {}

    /** The subject has more than one line. */
    record SubjectNotOneLine() implements TemplateFault {}

    record TooLong(int mostCharacters) implements TemplateFault {}

    /** It holds something that looks like a redemption code. */
    record HoldsCode() implements TemplateFault {}

    /** The braces do not match, or there is more between them than a name. */
    record NotReadable() implements TemplateFault {}

    /** Nothing is known by this name. */
    record Unknown(String placeholder) implements TemplateFault {}

    /** Letters of this kind cannot be told this. */
    record NotHere(Placeholder placeholder) implements TemplateFault {}

    /** It has to be there. */
    record Needed(Placeholder placeholder) implements TemplateFault {}

    /** The code stands there once, and in the body. */
    record CodeOnce() implements TemplateFault {}
}
