package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.DoneStep;
import app.carddesk.cases.StepOutcome;
import app.carddesk.cases.conversation.Conversation;
import app.carddesk.cases.conversation.Ending;
import app.carddesk.cases.conversation.Turn;
import app.carddesk.cases.conversation.Turn.Standing;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.terms.Step;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The guided conversation with the customer: what was done, the one thing to do now, and what may follow. */
final class StepsPanel extends Panel {

    private final TurnActs acts;
    private final People people;
    private final SpokenLanguage language;
    private final Runnable solve;
    private @Nullable Shown shown;
    private @Nullable SpokenBox box;
    private boolean answered;

    /**
     * @param solve closes the case as solved
     */
    StepsPanel(TurnActs acts, People people, SpokenLanguage language, Runnable solve) {
        super(Texts.t("cases.steps"));
        this.acts = acts;
        this.people = people;
        this.language = language;
        this.solve = solve;
        addClassName("cd-conversation");
        end(language);
        language.whenChanged(() -> {
            if (box != null) {
                box.speak();
            }
        });
    }

    void show(CaseContents contents) {
        Map<Step, StepOutcome> done = new LinkedHashMap<>();
        contents.steps().forEach((DoneStep step) -> done.put(step.step(), step.outcome()));
        Conversation conversation = Conversation.of(contents.dossier().facts(), done);
        // Buttons that still say the same stay the same ones, under the pointer and the focus.
        Shown now = new Shown(
                conversation,
                contents.dossier().summary().state(),
                contents.serial() == null ? "" : contents.serial().value(),
                contents.isEditable());
        if (!now.equals(shown)) {
            shown = now;
            draw(conversation, contents);
        }
        if (answered && box != null) {
            box.focus();
        }
        answered = false;
    }

    private void draw(Conversation conversation, CaseContents contents) {
        List<Component> content = new ArrayList<>();
        List<Turn> past = conversation.in(Standing.PAST);
        content.add(new PastTurns(past, contents, people, acts, () -> answered = true));
        box = conversation
                .current()
                .<SpokenBox>map(turn -> new TurnBox(
                        turn,
                        Texts.t(
                                "conversation.progress",
                                past.size() + 1,
                                conversation.turns().size()),
                        contents,
                        language,
                        people,
                        acts,
                        () -> answered = true))
                .orElseGet(() -> ending(conversation, contents));
        content.add(box);
        List<Turn> later = conversation.in(Standing.LATER);
        if (!later.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassNames("cd-later", "cd-soft", "cd-small");
            later.forEach(turn ->
                    list.add(new ListItem(Texts.t("terms.step." + turn.step().name()))));
            content.add(new H3(Texts.t("conversation.later")));
            content.add(list);
        }
        show(content.toArray(Component[]::new));
    }

    private SpokenBox ending(Conversation conversation, CaseContents contents) {
        Ending ending = Objects.requireNonNull(conversation.ending());
        return new EndingBox(ending, contents, language, acts, solve);
    }

    private record Shown(Conversation conversation, CaseState state, String serial, boolean editable) {}
}
