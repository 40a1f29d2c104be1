package app.carddesk.replacements.ui;

import app.carddesk.replacements.Replacements;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.WordsDialog;
import java.util.UUID;

/** Asks what a supervisor shall decide, and refers the case to one. */
final class ReferDialog {

    private ReferDialog() {}

    static void open(Replacements replacements, UUID caseId, Runnable refresh) {
        new WordsDialog(
                        Texts.t("replacements.refer"),
                        Texts.t("replacements.refer.text"),
                        Texts.t("replacements.refer.words"),
                        Texts.t("replacements.refer.yes"),
                        true,
                        (words, key) -> Answers.tell(replacements.refer(caseId, words, key), refresh))
                .open();
    }
}
