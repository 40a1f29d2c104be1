package app.carddesk.proof;

/** As many kills as the profile {@code proof} asks for, at every kind of step. */
class CrashesProof extends Crashes {}
