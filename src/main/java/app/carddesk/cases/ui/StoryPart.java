package app.carddesk.cases.ui;

import app.carddesk.cases.TimelineLine;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an upper module shows below lines of a case's story that tell of its own, as a bean. */
public interface StoryPart {

    /**
     * What stands below these lines, by line; whatever it needs is read at once.
     *
     * @param lines all that are shown, also those of other modules
     */
    Map<UUID, Component> of(UUID caseId, List<TimelineLine> lines);
}
