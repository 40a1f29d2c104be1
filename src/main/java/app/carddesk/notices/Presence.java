package app.carddesk.notices;

import app.carddesk.access.Person;
import java.util.UUID;

/** Who is where: on which case, and in which field. Nothing of it is kept. */
public interface Presence {

    /**
     * Comes to a place, such as a case, for as long as a window shows it.
     *
     * @param changed run whenever others come, go or turn to something else; called on a thread of its own, with nobody
     *     signed in; held weakly, so
     *     whoever comes keeps it
     */
    Visit enter(UUID place, Person person, Runnable changed);
}
