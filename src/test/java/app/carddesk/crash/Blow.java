package app.carddesk.crash;

/**
 * What is killed, and when.
 *
 * @param at the step of the act, by number or by what is asked of the database there, where one is chosen
 * @param afterMicros how long after the act began, where no step is chosen
 */
public record Blow(Target target, When when, String at, long afterMicros) {

    /** What is killed with -9. */
    public enum Target {
        APPLICATION,
        DATABASE_SERVER
    }

    /** How the moment is hit. */
    public enum When {
        /** The act stands still at the step until the blow has fallen. */
        HELD_AT_STEP,
        /** The act goes on from the step while the blow falls. */
        PASSING_STEP,
        ANY_MOMENT
    }

    public static Blow held(Target target, String at) {
        return new Blow(target, When.HELD_AT_STEP, at, 0);
    }

    public static Blow passing(Target target, String at) {
        return new Blow(target, When.PASSING_STEP, at, 0);
    }

    public static Blow any(Target target, long afterMicros) {
        return new Blow(target, When.ANY_MOMENT, "", afterMicros);
    }
}
