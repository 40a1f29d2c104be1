package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.TimelineLine;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in a case: who, when, what, with before and after. Newest first. */
final class StoryPanel extends Panel {

    private static final int FIRST = 20;

    private final People people;
    private final Undoing undoing;
    private final Clock clock;
    private final List<StoryPart> parts;
    private boolean all;

    StoryPanel(People people, Undoing undoing, Clock clock, List<StoryPart> parts) {
        super(Texts.t("cases.story"));
        this.people = people;
        this.undoing = undoing;
        this.clock = clock;
        this.parts = parts;
    }

    void show(UUID caseId, List<TimelineLine> timeline) {
        OrderedList story = new OrderedList();
        story.addClassName("cd-story");
        List<TimelineLine> shown =
                timeline.stream().limit(all ? Long.MAX_VALUE : FIRST).toList();
        Map<UUID, Component> below = new HashMap<>();
        parts.forEach(part -> below.putAll(part.of(caseId, shown)));
        shown.forEach(line -> story.add(item(line, timeline, Optional.ofNullable(below.get(line.id())))));
        show(story);
        if (!all && timeline.size() > FIRST) {
            NativeButton more = new NativeButton(Texts.t("cases.story.all"), event -> {
                all = true;
                show(caseId, timeline);
            });
            more.addClassName("cd-more");
            add(more);
        }
    }

    private ListItem item(TimelineLine line, List<TimelineLine> timeline, Optional<Component> below) {
        Span when = new Span(when(line.at()));
        when.addClassNames("cd-soft", "cd-small", "cd-when");
        when.getElement().setAttribute("title", Formats.current().dateTime(line.at()));
        Span what = new Span(what(line));
        Span who = new Span(people.name(line.by()));
        who.addClassNames("cd-soft", "cd-small");
        Div words = new Div(what, who);
        below.ifPresent(words::add);
        words.addClassNames("cd-grow", "cd-stacked");
        ListItem item = new ListItem(when, words);
        undoing.of(line, timeline).ifPresent(undo -> {
            NativeButton button = new NativeButton(Texts.t("cases.undo"), event -> undo.run());
            button.addClassNames("cd-more", "cd-undo");
            button.setAriaLabel(Texts.t("cases.undo.of", what(line)));
            item.add(button);
        });
        return item;
    }

    private String when(Instant at) {
        Formats formats = Formats.current();
        return formats.day(at).equals(formats.day(clock.instant())) ? formats.time(at) : formats.date(formats.day(at));
    }

    private String what(TimelineLine line) {
        return Texts.t(
                "timeline." + line.kind(),
                value(line.before()),
                value(line.after()),
                line.note() == null ? "" : CanonicalWords.note(line.note(), people),
                field(line.field()));
    }

    private String value(@Nullable String canonical) {
        return canonical == null ? Texts.t("cases.notSaid") : CanonicalWords.of(canonical, people);
    }

    private static String field(@Nullable String key) {
        if (key == null) {
            return "";
        }
        return CaseField.byKey(key).map(CaseInputs::label).orElseGet(() -> Texts.t("cases.field." + key));
    }
}
