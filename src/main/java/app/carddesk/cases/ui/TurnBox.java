package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cards.Serial;
import app.carddesk.cards.Spelling;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.conversation.Answer;
import app.carddesk.cases.conversation.Turn;
import app.carddesk.shared.ui.KeyHint;
import app.carddesk.shared.ui.LetterKeys;
import app.carddesk.shared.ui.Texts;
import app.carddesk.terms.Step;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.EnumSet;
import java.util.Set;

/** The turn in hand: what to do, a sentence to read out, why, and the answers with their number keys. */
final class TurnBox extends SpokenBox {

    private static final Set<Step> ABOUT_SERIAL = EnumSet.of(Step.PROPOSE_LOOK_ALIKES, Step.CONFIRM_SERIAL);

    private final Turn turn;
    private final CaseContents contents;
    private final Div tools = new Div();

    TurnBox(
            Turn turn,
            String progress,
            CaseContents contents,
            SpokenLanguage language,
            People people,
            TurnActs acts,
            Runnable answered) {
        super(language);
        this.turn = turn;
        this.contents = contents;
        Span place = new Span(progress);
        place.addClassNames("cd-soft", "cd-small");
        String step = Texts.t("terms.step." + turn.step().name());
        getElement().setAttribute("aria-label", progress + ": " + step);
        add(place, new H3(step), spoken());
        if (turn.again()) {
            Paragraph again = new Paragraph(Texts.t("conversation.again"));
            again.addClassNames("cd-soft", "cd-small");
            add(again);
        }
        tools.addClassName("cd-turn-tools");
        add(tools, why());
        if (contents.isEditable()) {
            add(answers(people, acts, answered));
        }
        speak();
    }

    @Override
    String words() {
        return TurnWords.say(turn, contents.dossier().facts(), language().get());
    }

    @Override
    void speak() {
        super.speak();
        tools.removeAll();
        Serial serial = contents.serial();
        if (serial != null && ABOUT_SERIAL.contains(turn.step())) {
            SpellOut spelled = new SpellOut(serial, language());
            spelled.setOpened(true);
            tools.add(spelled);
        } else if (turn.step() == Step.CHECK_CHARACTERS) {
            tools.add(pairs());
        }
        tools.setVisible(tools.getChildren().findAny().isPresent());
    }

    /** The code itself stays with the customer; only what to look for is named. */
    private Component pairs() {
        UnorderedList pairs = new UnorderedList();
        pairs.addClassName("cd-pairs");
        pairs.getElement().setAttribute("lang", language().get().locale().toLanguageTag());
        pairs.getElement().setAttribute("aria-label", Texts.t(language().get().locale(), "conversation.pairs"));
        Spelling.in(language().get()).pairs().forEach(pair -> pairs.add(new ListItem(words(pair))));
        return pairs;
    }

    private String words(Spelling.Pair pair) {
        String other = String.valueOf(pair.other().character());
        return Texts.t(
                language().get().locale(),
                pair.other().isDigit() ? "conversation.pair.digit" : "conversation.pair.letters",
                String.valueOf(pair.one().character()),
                pair.one().word(),
                other,
                pair.other().word());
    }

    /** Other answers lead to a field, a dialog or the proofs, and the focus with them. */
    private static boolean staysHere(Answer answer) {
        return switch (answer) {
            case Answer.Keep _, Answer.Write<?> _ -> true;
            case Answer.FillIn _, Answer.NameCard _, Answer.TakeProof _ -> false;
        };
    }

    private Component why() {
        Span words = new Span(TurnWords.why(turn));
        Div why = new Div(words);
        why.addClassNames("cd-reason", "cd-soft", "cd-small");
        turn.citations().forEach(citation -> why.add(VerdictText.chip(citation)));
        return why;
    }

    private Component answers(People people, TurnActs acts, Runnable answered) {
        Div answers = new Div();
        answers.addClassName("cd-answers");
        answers.getElement().setAttribute("role", "group");
        answers.getElement().setAttribute("aria-label", Texts.t("conversation.answers"));
        int number = 0;
        for (Answer answer : turn.answers()) {
            number++;
            Button button = new Button(TurnWords.answer(turn.step(), answer, people), event -> {
                if (staysHere(answer)) {
                    answered.run();
                }
                acts.answer(turn.step(), answer);
            });
            // Ten keys at most: no step has more answers.
            String key = String.valueOf(number % 10);
            button.setPrefixComponent(new KeyHint(key));
            LetterKeys.bind(this, key, button);
            answers.add(button);
        }
        Button person = new Button(Texts.t("conversation.handOver"), event -> acts.handOver());
        person.addThemeVariants(ButtonVariant.TERTIARY);
        answers.add(person);
        return answers;
    }
}
