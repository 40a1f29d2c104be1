package app.carddesk.proof;

/** A few kills, with every run of the tests. */
class CrashesTest extends Crashes {}
