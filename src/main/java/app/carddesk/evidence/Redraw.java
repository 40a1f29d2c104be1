package app.carddesk.evidence;

/** What became of drawing a file once more of which no picture could be drawn when it came. */
public sealed interface Redraw {

    /** There are pictures of it now. */
    record Drawn() implements Redraw {}

    /** There are still none. */
    record NotDrawn(Intake.Refused why) implements Redraw {}

    /** It is not there any more. */
    record Gone() implements Redraw {}
}
