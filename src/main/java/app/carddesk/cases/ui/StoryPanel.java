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
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a case: who, when, what, with before and after. Newest first; what somebody did in one go stands
 * together under their name, and the fields they filled in share a line.
 */
final class StoryPanel extends Panel {

    private static final int FIRST = 40;
    private static final Duration ONE_GO = Duration.ofMinutes(10);
    private static final Set<String> FIELDS = Set.of("set", "changed", "cleared");

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
                all ? timeline : timeline.stream().limit(FIRST).toList();
        Map<UUID, Component> below = new HashMap<>();
        parts.forEach(part -> below.putAll(part.of(caseId, shown)));
        inOneGo(shown).forEach(lines -> story.add(chapter(lines, timeline, below)));
        show(story);
        if (shown.size() < timeline.size()) {
            NativeButton more = new NativeButton(Texts.t("cases.story.all"), event -> {
                all = true;
                show(caseId, timeline);
            });
            more.addClassName("cd-more");
            add(more);
        }
    }

    private List<List<TimelineLine>> inOneGo(List<TimelineLine> lines) {
        List<List<TimelineLine>> chapters = new ArrayList<>();
        TimelineLine later = null;
        for (TimelineLine line : lines) {
            if (later == null || !belongTogether(line, later)) {
                chapters.add(new ArrayList<>());
            }
            chapters.getLast().add(line);
            later = line;
        }
        return chapters;
    }

    private static boolean belongTogether(TimelineLine line, TimelineLine later) {
        Formats formats = Formats.current();
        return line.by().equals(later.by())
                && line.at().plus(ONE_GO).isAfter(later.at())
                && formats.day(line.at()).equals(formats.day(later.at()));
    }

    private ListItem chapter(List<TimelineLine> lines, List<TimelineLine> timeline, Map<UUID, Component> below) {
        Instant last = lines.getFirst().at();
        Span who = new Span(people.name(lines.getFirst().by()));
        who.addClassName("cd-story-who");
        Span when = new Span(when(lines.getLast().at(), last));
        when.addClassNames("cd-soft", "cd-small", "cd-when");
        when.getElement().setAttribute("title", Formats.current().dateTime(last));
        Div head = new Div(who, when);
        head.addClassName("cd-story-head");
        UnorderedList told = new UnorderedList();
        Optional<ListItem> fields = Optional.empty();
        for (TimelineLine line : lines) {
            Optional<Runnable> undo = undoing.of(line, timeline);
            if (FIELDS.contains(line.kind()) && undo.isEmpty()) {
                ListItem shared = fields.orElseGet(() -> line("cd-story-fields"));
                shared.add(new Span(what(line)));
                told.add(shared);
                fields = Optional.of(shared);
            } else {
                told.add(item(line, undo, Optional.ofNullable(below.get(line.id()))));
                fields = Optional.empty();
            }
        }
        return new ListItem(head, told);
    }

    private ListItem item(TimelineLine line, Optional<Runnable> undo, Optional<Component> below) {
        ListItem item = line(look(line.kind()));
        item.add(new Span(what(line)));
        below.ifPresent(item::add);
        undo.ifPresent(act -> {
            NativeButton button = new NativeButton(Texts.t("cases.undo"), event -> act.run());
            button.addClassNames("cd-more", "cd-undo");
            button.setAriaLabel(Texts.t("cases.undo.of", what(line)));
            item.add(button);
        });
        return item;
    }

    private static ListItem line(String look) {
        ListItem line = new ListItem();
        line.addClassName(look);
        return line;
    }

    /** What somebody wrote and what decides a case stand out among the rest. */
    private static String look(String kind) {
        if (kind.equals("note")) {
            return "cd-story-note";
        }
        return kind.equals("state") || kind.equals("reopened") || kind.startsWith("replacement.")
                ? "cd-story-turn"
                : "cd-story-plain";
    }

    private String when(Instant first, Instant last) {
        Formats formats = Formats.current();
        String from = formats.time(first);
        String to = formats.time(last);
        String times = from.equals(to) ? to : from + "–" + to;
        return formats.day(last).equals(formats.day(clock.instant()))
                ? times
                : formats.date(formats.day(last)) + ", " + times;
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
