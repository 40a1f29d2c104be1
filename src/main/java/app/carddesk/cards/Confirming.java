package app.carddesk.cards;

import app.carddesk.shared.Words;

/** What came of answering an import that waits for a second person. */
public sealed interface Confirming {

    record Done(ImportRun run) implements Confirming {}

    /** Whoever gave the file cannot be the second person, whatever their roles. */
    record OwnImport() implements Confirming {}

    /** Somebody was faster, or it was cancelled, or its time was over. */
    record Over(ImportRun.State state) implements Confirming {}

    /** What was written cannot be kept. */
    record UnfitWords(Words.Fault fault) implements Confirming {}
}
