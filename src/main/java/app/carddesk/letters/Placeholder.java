package app.carddesk.letters;

import java.util.Arrays;
import java.util.Optional;

/** What can stand between double braces in a template. There is nothing else. */
public enum Placeholder {
    GREETING("greeting"),
    CASE_NUMBER("caseNumber"),
    /** The card by kind and the last four of its serial. */
    CARD("card"),
    AMOUNT("amount"),
    /** What is still needed from the customer, as a list. */
    MISSING("missing"),
    /** Where cards of this kind can be used, as a list. */
    PLACES("places"),
    REGION("region"),
    EXPIRY("expiry"),
    /** Why a supervisor looks at the case, with the section. */
    BECAUSE("because"),
    /** The supervisor's reason; of a refusal only. */
    REASON("reason"),
    /** The redemption code; of the replacement's letter only. */
    CODE("code"),
    /** That the customer's statutory rights stay as they are (terms, section 9). */
    RIGHTS("rights"),
    /** Where to write (terms, section 12). */
    CONTACT("contact");

    private final String key;

    Placeholder(String key) {
        this.key = key;
    }

    /** As it is written in a template. */
    public String key() {
        return key;
    }

    static Optional<Placeholder> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findAny();
    }

    /** Whether letters of this kind can be told this. */
    public boolean isFor(LetterKind kind) {
        return switch (this) {
            case CODE -> kind.carriesCode();
            case REASON -> kind == LetterKind.REQUEST_REFUSED;
            case GREETING, CASE_NUMBER, CARD, AMOUNT, MISSING, PLACES, REGION, EXPIRY, BECAUSE, RIGHTS, CONTACT -> true;
        };
    }

    /** Whether no letter of this kind goes out without it. */
    public boolean isNeededIn(LetterKind kind) {
        return switch (this) {
            case CODE -> kind.carriesCode();
            case REASON -> kind == LetterKind.REQUEST_REFUSED;
            case CASE_NUMBER, RIGHTS, CONTACT -> true;
            case GREETING, CARD, AMOUNT, MISSING, PLACES, REGION, EXPIRY, BECAUSE -> false;
        };
    }
}
