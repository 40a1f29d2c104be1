package app.carddesk.evidence.ui;

import app.carddesk.evidence.PictureSize;
import app.carddesk.evidence.reuse.ReusedProof;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;

/** Two pictures that are one, side by side; each opens on its own as large as it is kept. */
class ReuseComparison extends Dialog {

    /** @param address of the other case */
    ReuseComparison(ReusedProof found, ReusedProof.Other other, String address) {
        setHeaderTitle(Texts.t("evidence.reuse.compare.title"));
        addClassName("evidence-compare-dialog");
        String there = Texts.t(
                "evidence.reuse.compare.there",
                other.owner(),
                Texts.of(other.kind()),
                Formats.current().dateTime(other.addedAt()));
        Anchor link = new Anchor(address, there, AnchorTarget.BLANK);
        Div both = new Div(
                side(found.proof(), found.page(), new Span(Texts.t("evidence.reuse.compare.here"))),
                side(other.proof(), other.page(), other.sameOwner() ? new Span(there) : link));
        both.addClassName("evidence-compare");
        add(both);
        getFooter().add(new Button(Texts.t("evidence.close"), click -> close()));
    }

    private static Div side(UUID proof, int page, Component name) {
        String source = "evidence/" + proof + "/" + page + "/" + PictureSize.FULL.path();
        Image image = new Image(source, Texts.t("evidence.reuse.compare.alt"));
        image.addClassName("evidence-picture");
        Anchor large = new Anchor(source, "", AnchorTarget.BLANK);
        large.setAriaLabel(Texts.t("evidence.reuse.compare.large"));
        large.add(image);
        Div caption = new Div(name);
        caption.addClassName("cd-small");
        Div side = new Div(caption, large);
        side.addClassName("evidence-compare-side");
        return side;
    }
}
