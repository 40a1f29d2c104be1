package app.carddesk.cases.ui;

import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.conversation.Ending;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;

/** Where the conversation has come to, what to tell the customer then, and the act that goes with it. */
final class EndingBox extends SpokenBox {

    private final Ending ending;

    EndingBox(Ending ending, CaseContents contents, SpokenLanguage language, TurnActs acts, Runnable solve) {
        super(language);
        this.ending = ending;
        addClassName("cd-turn-ending");
        boolean withPerson = contents.dossier().summary().state() == CaseState.WAITING_FOR_REVIEW;
        String title = Texts.t(withPerson ? "conversation.ending.withPerson" : "conversation.ending." + ending.name());
        getElement().setAttribute("aria-label", title);
        add(new H3(title), spoken());
        if (contents.isEditable() && !withPerson) {
            Div answers = new Div();
            answers.addClassName("cd-answers");
            if (ending == Ending.SOLVED) {
                answers.add(primary(new Button(Texts.t("conversation.ending.SOLVED.act"), event -> solve.run())));
            }
            Button person = new Button(Texts.t("conversation.handOver"), event -> acts.handOver());
            answers.add(ending == Ending.PERSON ? primary(person) : tertiary(person));
            add(answers);
        }
        speak();
    }

    @Override
    String words() {
        return Texts.t(language().get().locale(), "conversation.ending." + ending.name() + ".say");
    }

    private static Button primary(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private static Button tertiary(Button button) {
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
