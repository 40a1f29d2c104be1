package app.carddesk.letters.ui;

import app.carddesk.cases.TimelineLine;
import app.carddesk.cases.ui.StoryPart;
import app.carddesk.letters.Replies;
import app.carddesk.letters.Reply;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows in a case's story what the customer answered. */
@org.springframework.stereotype.Component
class ReplyStory implements StoryPart {

    private static final String FILED = "reply.filed";

    private final Replies replies;

    ReplyStory(Replies replies) {
        this.replies = replies;
    }

    @Override
    public Map<UUID, Component> of(UUID caseId, List<TimelineLine> lines) {
        return lines.stream().map(TimelineLine::kind).noneMatch(FILED::equals)
                ? Map.of()
                : replies.of(caseId).stream().collect(Collectors.toMap(Reply::id, ReplyCard::new));
    }
}
