package app.carddesk.evidence.ui;

import app.carddesk.evidence.PictureSize;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.ProofMark;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * One proof to look at: what it is and where it stands, its pages in a viewer, and the marks on them. Several stand
 * beside each other, of one case or of several.
 */
class ProofPane extends Composite<Div> {

    private final RegionActs acts;
    private final PictureViewer viewer;
    private final Div words = new Div();
    private final PageRow pages = new PageRow(this::showPage);
    private final MarkList marks = new MarkList();
    private final Span reason = new Span();
    private final Div foot = new Div();
    private Proof proof;
    private String position = "";
    private int page = 1;

    /**
     * @param compact whether it stands small on a page; marking and covering are done where there is room
     */
    ProofPane(Proof proof, boolean compact, RegionActs acts) {
        this.proof = proof;
        this.acts = acts;
        viewer = new PictureViewer(compact, acts.isEditable() && !compact);
        viewer.onRegion(this::chosen);
        viewer.onPage(by -> showPage(page + by));
        words.addClassNames("cd-row", "evidence-badges");
        reason.addClassName("evidence-reason");
        foot.addClassNames("cd-actions", "evidence-foot");
        getContent().addClassName("evidence-pane");
        getContent().add(words, viewer, pages, reason, marks, foot);
        draw();
    }

    Proof proof() {
        return proof;
    }

    PictureViewer viewer() {
        return viewer;
    }

    /** The page that is shown, counted from 1. */
    int page() {
        return page;
    }

    /** The place for what can be done with this proof. */
    Div foot() {
        return foot;
    }

    /** Told how many proofs to go on. */
    void onStep(IntConsumer act) {
        viewer.onStep(act);
    }

    /**
     * Shows a proof, on its first page unless it was shown already.
     *
     * @param where which of how many it is, in words; may be blank
     */
    void show(Proof shown, String where) {
        if (!shown.id().equals(proof.id())) {
            page = 1;
        }
        proof = shown;
        position = where;
        draw();
    }

    private void showPage(int wanted) {
        if (wanted >= 1 && wanted <= proof.pages() && wanted != page) {
            page = wanted;
            draw();
        }
    }

    private void draw() {
        words.removeAll();
        words.add(new Badge(Texts.of(proof.kind()), Tone.PLAIN), ProofTexts.badge(proof));
        if (!proof.isWithoutPreview()) {
            words.add(download());
        }
        if (proof.originalKept()) {
            words.add(ProofTexts.original(proof));
        }
        reason.setText(proof.reason() == null ? "" : proof.reason());
        reason.setVisible(proof.reason() != null);
        viewer.allowCovering(proof.heldFor() == null);
        List<ProofMark> all = acts.marks(proof);
        viewer.show(new PictureViewer.Picture(
                proof.isWithoutPreview() ? null : ProofTexts.address(proof, page, PictureSize.FULL),
                label(),
                Texts.t("evidence.viewer.noPreview", ProofTexts.fileName(proof)),
                MarkList.shapes(all, page)));
        pages.show(proof, page);
        marks.show(all, acts.isEditable() ? this::unmark : null);
    }

    private Anchor download() {
        Anchor anchor = new Anchor(ProofTexts.download(proof, page), Texts.t("evidence.viewer.download"));
        anchor.setRouterIgnore(true);
        anchor.addClassNames("cd-small", "evidence-download");
        anchor.getElement().setAttribute("download", true);
        anchor.getElement()
                .setAttribute("aria-label", Texts.t("evidence.viewer.download.of", Texts.of(proof.kind()), page));
        return anchor;
    }

    private String label() {
        String at = Texts.of(proof.kind()) + (position.isBlank() ? "" : ", " + position);
        return proof.pages() > 1 ? at + ", " + Texts.t("evidence.viewer.page", page, proof.pages()) : at;
    }

    private void chosen(PictureViewer.Purpose purpose, PageArea area) {
        if (!getContent().isAttached() || proof.isWithoutPreview()) {
            return;
        }
        switch (purpose) {
            case MARK -> acts.askToMark(proof, page, area, this::refresh);
            case COVER -> acts.askToCover(proof, page, area, this::refresh);
        }
    }

    private void unmark(ProofMark mark) {
        acts.unmark(mark);
        refresh();
    }

    private void refresh() {
        viewer.release();
        proof = acts.fresh(proof);
        draw();
    }
}
