package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proof;
import app.carddesk.shared.ui.LetterKeys;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadManager;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with the proofs of a case as a whole. The buttons stay the same ones while the case is shown. */
class BoardTools extends Composite<Div> {

    private final Button acceptAll = new Button();
    private List<Proof> waiting = List.of();

    /**
     * @param anywhere the way in that fills the empty places
     * @param ask asks the customer's phone
     * @param accept told what waits when all of it is to be accepted
     */
    BoardTools(UploadManager anywhere, Runnable ask, Consumer<List<Proof>> accept) {
        getContent().addClassName("evidence-tools");
        Span hint = new Span(Texts.t("evidence.drop") + " " + Texts.t("evidence.paste"));
        hint.addClassNames("cd-soft", "cd-small", "cd-grow");
        UploadButton choose = new UploadButton(Texts.t("evidence.chooseSeveral"), anywhere);
        choose.addThemeVariants(ButtonVariant.SMALL);
        UploadButton photo = ProofTexts.camera(Texts.t("evidence.photo"), anywhere);
        Button phone = new Button(Texts.t("link.ask"), click -> ask.run());
        phone.addThemeVariants(ButtonVariant.SMALL);
        acceptAll.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
        acceptAll.addClickListener(click -> accept.accept(waiting));
        getContent().add(hint, photo, choose, phone, acceptAll);
        LetterKeys.bind(this, "F", choose);
        LetterKeys.bind(this, "Q", phone);
        LetterKeys.bind(this, "A", acceptAll);
    }

    /** Says what waits to be looked at. */
    void show(List<Proof> pictures) {
        waiting = pictures.stream()
                .filter(proof -> proof.state() == Proof.State.NEW && !proof.isWithoutPreview())
                .toList();
        acceptAll.setVisible(waiting.size() > 1);
        acceptAll.setText(Texts.t("evidence.acceptAll", waiting.size()));
    }
}
