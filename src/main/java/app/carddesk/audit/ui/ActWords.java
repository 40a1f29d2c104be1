package app.carddesk.audit.ui;

import app.carddesk.shared.ui.Texts;

/** What happened, in the reader's language. */
final class ActWords {

    private ActWords() {}

    static String act(String act) {
        return words("act." + act, act);
    }

    static String subjectKind(String kind) {
        return words("subjectKind." + kind, kind);
    }

    /** What only an earlier release did has no words any more, and goes by its name. */
    private static String words(String key, String name) {
        String words = Texts.t(key);
        return words.contains(key) ? name : words;
    }
}
