package app.carddesk.shared.ui;

import app.carddesk.shared.Words;

/** What is wrong with a text somebody wrote, and what to do about it. */
public final class Faults {

    private Faults() {}

    public static String of(Words.Fault fault) {
        return switch (fault) {
            case MISSING -> Texts.t("replacements.words.missing");
            case TOO_LONG -> Texts.t("replacements.words.tooLong");
            case HOLDS_CODE -> Texts.t("replacements.words.holdsCode");
        };
    }
}
