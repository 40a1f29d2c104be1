package app.carddesk.personal.ui;

import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.ui.Texts;

/** Opened values as people read them. */
public final class PersonalText {

    private PersonalText() {}

    /** What somebody wrote, word for word; or that it was erased, or cannot be opened. */
    public static String of(String opened) {
        return switch (opened) {
            case PersonalValues.ERASED -> Texts.t("personal.erased");
            case PersonalValues.UNREADABLE -> Texts.t("personal.unreadable");
            default -> opened;
        };
    }
}
