package app.carddesk.proof;

/** Each race a few times, with every run of the tests. */
class RacesTest extends Races {}
