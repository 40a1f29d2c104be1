package app.carddesk.notices;

import java.util.List;

/** One window's stay at a place. A window that is not heard of for a while counts as gone, and is back when it is. */
public interface Visit {

    /** The person turns to a field. */
    void edit(String field);

    /** The person turns away from a field, if they are in it. */
    void rest(String field);

    /** The window is still there. */
    void stay();

    /** Ends the stay; nothing comes of it afterwards. */
    void leave();

    /** The other people here, each once however many windows they have, by name. */
    List<Visitor> others();
}
