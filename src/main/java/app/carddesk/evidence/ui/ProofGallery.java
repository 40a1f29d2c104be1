package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pictures side by side, each in a viewer of its own, to compare and to look at; what cannot be had is told with its
 * reason. They may belong to several cases.
 */
@StyleSheet("context://styles/evidence.css")
public class ProofGallery extends Composite<Div> {

    private final List<ProofPane> panes = new ArrayList<>();
    private final RegionActs regions;

    /**
     * @param shown the proofs, in any order
     * @param editable whether regions can be marked and covered here, once a picture is opened large
     */
    public ProofGallery(Proofs proofs, List<Proof> shown, boolean editable) {
        regions = new RegionActs(proofs, editable, this::refresh);
        getContent().addClassName("evidence-gallery");
        List<Proof> sorted = shown.stream()
                .sorted(Comparator.comparing(Proof::kind).thenComparing(Proof::addedAt))
                .toList();
        if (sorted.isEmpty()) {
            getContent().add(new EmptyState(Texts.t("evidence.gallery.empty"), Texts.t("evidence.gallery.empty.hint")));
        }
        for (Proof proof : sorted) {
            if (proof.state() == Proof.State.UNOBTAINABLE) {
                getContent().add(declaration(proof));
            } else {
                ProofPane pane = pane(proof);
                panes.add(pane);
                getContent().add(pane);
            }
        }
    }

    private ProofPane pane(Proof proof) {
        ProofPane pane = new ProofPane(proof, true, regions);
        Button open = new Button(Texts.t("evidence.viewer.open"), click -> open(proof));
        open.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        open.setAriaLabel(Texts.t("evidence.open", Texts.of(proof.kind())));
        pane.foot().add(open);
        return pane;
    }

    private void open(Proof first) {
        List<Proof> pictures = panes.stream().map(ProofPane::proof).toList();
        new FullView(pictures, first.id(), "", regions, null).open();
    }

    private void refresh() {
        panes.forEach(pane -> pane.show(regions.fresh(pane.proof()), ""));
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
