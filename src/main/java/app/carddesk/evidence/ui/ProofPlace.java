package app.carddesk.evidence.ui;

import app.carddesk.evidence.PictureSize;
import app.carddesk.evidence.Proof;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The place of one needed kind: an invitation while it is empty, the picture and where it stands once it is not. */
class ProofPlace extends Composite<UploadDropZone> {

    private final ProofKind kind;
    private final UploadManager uploads;
    private final Div frame = new Div();
    private final NativeButton button = new NativeButton();
    private Registration opening = () -> {};
    private final Span state = new Span();
    private final Paragraph reason = new Paragraph();
    private final Div controls = new Div();
    private @Nullable Object shown;

    ProofPlace(ProofKind kind, UploadManager uploads) {
        this.kind = kind;
        this.uploads = uploads;
        frame.addClassName("evidence-frame");
        button.addClassName("evidence-open");
        button.getElement().setAttribute("aria-label", Texts.t("evidence.open", Texts.of(kind)));
        Span name = new Span(Texts.of(kind));
        name.addClassName("evidence-kind");
        Div words = new Div(name, state);
        words.addClassName("evidence-words");
        reason.addClassName("evidence-reason");
        controls.addClassName("evidence-controls");
        Div place = new Div(frame, words, reason, controls);
        place.addClassName("evidence-place");
        getContent().setUploadManager(uploads);
        getContent().setContent(place);
        getContent().getElement().setAttribute("role", "group").setAttribute("aria-label", Texts.of(kind));
        // What is dropped here must not be taken by the board around it as well.
        getContent().getElement().addEventListener("drop", event -> {}).stopPropagation();
    }

    ProofKind kind() {
        return kind;
    }

    /** Whether it shows something new from now on; a menu that is open on what stays the same must not be drawn again. */
    boolean changesTo(Object now) {
        boolean changes = !now.equals(shown);
        shown = now;
        return changes;
    }

    /** Shows the picture that stands for this kind, drawn with its own controls. */
    void picture(Proof proof, @Nullable Component pictureControls, Consumer<Proof> open) {
        opening.remove();
        opening = button.addClickListener(click -> open.accept(proof));
        button.removeAll();
        button.add(ProofTexts.picture(proof, PictureSize.THUMBNAIL));
        // The same button as long as there is a picture: the focus comes back to it from the large view.
        if (!frame.getChildren().toList().equals(List.of(button))) {
            frame.removeAll();
            frame.removeClassName("evidence-dashed");
            frame.add(button);
        }
        words(ProofTexts.state(proof), ProofTexts.tone(proof), proof.reason());
        controls.removeAll();
        if (pictureControls != null) {
            if (proof.state() == Proof.State.REFUSED) {
                controls.add(photo(), choose());
            }
            controls.add(pictureControls);
        }
    }

    /** Shows that there is none yet, and how to give one. */
    void missing(@Nullable ProofActs acts) {
        invitation();
        words(Texts.t("evidence.state.missing"), Tone.WARN, null);
        controls.removeAll();
        if (acts != null) {
            Button cannot = new Button(Texts.t("evidence.unobtainable"), click -> acts.askToDeclare(kind));
            cannot.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            cannot.setAriaLabel(Texts.t("evidence.unobtainable.of", Texts.of(kind)));
            controls.add(photo(), choose(), cannot);
        }
    }

    /** Shows that it cannot be had, why, and how to take that back. */
    void unobtainable(Proof declaration, @Nullable ProofActs acts) {
        invitation();
        words(ProofTexts.state(declaration), ProofTexts.tone(declaration), declaration.reason());
        controls.removeAll();
        if (declaration.heldFor() != null) {
            controls.add(new HeldNote(declaration.heldFor()));
        } else if (acts != null) {
            Button back = new Button(Texts.t("evidence.withdraw"), click -> acts.withdraw(kind));
            back.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            back.setAriaLabel(Texts.t("evidence.withdraw.of", Texts.of(kind)));
            controls.add(back);
        }
    }

    private UploadButton choose() {
        UploadButton choose = new UploadButton(Texts.t("evidence.choose"), uploads);
        choose.addThemeVariants(ButtonVariant.SMALL);
        choose.setAriaLabel(Texts.t("evidence.choose.of", Texts.of(kind)));
        return choose;
    }

    private UploadButton photo() {
        UploadButton photo = ProofTexts.camera(Texts.t("evidence.photo"), uploads);
        photo.setAriaLabel(Texts.t("evidence.photo.of", Texts.of(kind)));
        return photo;
    }

    private void invitation() {
        frame.removeAll();
        frame.addClassName("evidence-dashed");
        frame.add(new Span(Texts.t("evidence.wanted." + kind.name())));
    }

    private void words(String text, Tone tone, @Nullable String why) {
        state.setText(text);
        state.setClassName("evidence-state " + tone.className());
        reason.setText(why == null ? "" : why);
        reason.setVisible(why != null);
    }
}
