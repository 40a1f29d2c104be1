package app.carddesk.evidence.ui;

import app.carddesk.evidence.PictureSize;
import app.carddesk.evidence.Proof;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pictures that stand in no place: others, and earlier ones of a kind that has a better one now. */
class OtherPictures extends Composite<Div> {

    /** Shows them; nothing at all if there are none. */
    void show(
            List<Proof> pictures,
            List<ProofKind> kinds,
            String serial,
            @Nullable ProofActs acts,
            Consumer<Proof> open) {
        getContent().removeAll();
        getContent().setVisible(!pictures.isEmpty());
        H3 title = new H3(Texts.t("evidence.other"));
        title.addClassName("evidence-heading");
        Div row = new Div();
        row.addClassName("evidence-places");
        pictures.forEach(proof -> row.add(card(proof, kinds, serial, acts, open)));
        getContent().add(title, row);
    }

    private static Div card(
            Proof proof, List<ProofKind> kinds, String serial, @Nullable ProofActs acts, Consumer<Proof> open) {
        NativeButton button = new NativeButton();
        button.addClassName("evidence-open");
        button.add(ProofTexts.picture(proof, PictureSize.THUMBNAIL));
        button.getElement().setAttribute("aria-label", Texts.t("evidence.open", ProofTexts.fileName(proof)));
        button.addClickListener(click -> open.accept(proof));
        Div frame = new Div(button);
        frame.addClassName("evidence-frame");
        Span kind = new Span(Texts.of(proof.kind()));
        kind.addClassName("evidence-kind");
        Span state = new Span(ProofTexts.state(proof));
        state.addClassNames("evidence-state", ProofTexts.tone(proof).className());
        Div words = new Div(kind, state);
        words.addClassName("evidence-words");
        Span name = new Span(ProofTexts.fileName(proof));
        name.addClassNames("cd-soft", "cd-small", "evidence-name");
        Div card = new Div(frame, words, name);
        card.addClassName("evidence-place");
        if (proof.reason() != null) {
            Paragraph reason = new Paragraph(proof.reason());
            reason.addClassName("evidence-reason");
            card.add(reason);
        }
        if (acts != null) {
            card.add(kindOf(proof, kinds, acts), new PictureControls(proof, kinds, serial, acts));
        }
        return card;
    }

    private static Select<ProofKind> kindOf(Proof proof, List<ProofKind> kinds, ProofActs acts) {
        Select<ProofKind> select = new Select<>();
        select.setLabel(Texts.t("evidence.shows"));
        select.setItemLabelGenerator(kind -> kind == null ? "" : Texts.of(kind));
        select.setItems(kinds);
        select.setValue(proof.kind());
        select.setReadOnly(proof.heldFor() != null);
        select.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                acts.move(proof, change.getValue());
            }
        });
        return select;
    }
}
