package app.carddesk.evidence.ui;

import app.carddesk.evidence.PictureSize;
import app.carddesk.evidence.Proof;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;

/** The pictures of a case side by side, large, to compare and to look at; what cannot be had is told with its reason. */
@StyleSheet("context://styles/evidence.css")
public class ProofGallery extends Composite<Div> {

    public ProofGallery(List<Proof> proofs) {
        getContent().addClassName("evidence-gallery");
        List<Proof> sorted = proofs.stream()
                .sorted(Comparator.comparing(Proof::kind).thenComparing(Proof::addedAt))
                .toList();
        List<Proof> pictures = sorted.stream()
                .filter(proof -> proof.state() != Proof.State.UNOBTAINABLE)
                .toList();
        if (sorted.isEmpty()) {
            getContent().add(new EmptyState(Texts.t("evidence.gallery.empty"), Texts.t("evidence.gallery.empty.hint")));
        }
        for (Proof proof : sorted) {
            getContent().add(pictures.contains(proof) ? picture(proof, pictures) : declaration(proof));
        }
    }

    private static NativeButton picture(Proof proof, List<Proof> pictures) {
        Div badges = new Div(new Badge(Texts.of(proof.kind()), Tone.PLAIN), ProofTexts.badge(proof));
        badges.addClassNames("cd-row", "evidence-badges");
        NativeButton open = new NativeButton();
        open.addClassNames("evidence-open", "evidence-large");
        open.add(badges, ProofTexts.picture(proof, PictureSize.FULL));
        if (proof.reason() != null) {
            Span reason = new Span(proof.reason());
            reason.addClassName("evidence-reason");
            open.add(reason);
        }
        open.getElement()
                .setAttribute(
                        "aria-label",
                        Texts.t("evidence.open", Texts.of(proof.kind())) + ", " + ProofTexts.state(proof));
        open.addClickListener(click -> new FullView(pictures, proof.id(), "", null).open());
        return open;
    }

    private static Div declaration(Proof proof) {
        Div badges = new Div(new Badge(Texts.of(proof.kind()), Tone.PLAIN), ProofTexts.badge(proof));
        badges.addClassName("cd-row");
        Span reason = new Span(proof.reason() == null ? "" : proof.reason());
        reason.addClassName("evidence-reason");
        Div declaration = new Div(badges, reason);
        declaration.addClassNames("evidence-large", "evidence-dashed");
        return declaration;
    }
}
