package app.carddesk.evidence.ui;

import app.carddesk.evidence.PictureSize;
import app.carddesk.evidence.Proof;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.IntConsumer;

/** The pages of a document, small, to go from one to another; nothing at all for a picture. */
class PageRow extends Composite<Div> {

    private final IntConsumer open;

    /**
     * @param open told the page that is wanted, counted from 1
     */
    PageRow(IntConsumer open) {
        this.open = open;
    }

    void show(Proof proof, int page) {
        getContent().removeAll();
        getContent().setClassName("evidence-pages");
        getContent().setVisible(proof.pages() > 1);
        if (proof.pages() <= 1) {
            return;
        }
        Button previous = new Button(VaadinIcon.ANGLE_LEFT.create(), click -> open.accept(page - 1));
        previous.setAriaLabel(Texts.t("evidence.viewer.previousPage"));
        previous.addThemeVariants(ButtonVariant.SMALL);
        previous.setEnabled(page > 1);
        Button next = new Button(VaadinIcon.ANGLE_RIGHT.create(), click -> open.accept(page + 1));
        next.setAriaLabel(Texts.t("evidence.viewer.nextPage"));
        next.addThemeVariants(ButtonVariant.SMALL);
        next.setEnabled(page < proof.pages());
        Div small = new Div();
        small.addClassName("evidence-small-pages");
        for (int number = 1; number <= proof.pages(); number++) {
            small.add(thumbnail(proof, number, number == page));
        }
        getContent().add(previous, new Span(Texts.t("evidence.viewer.page", page, proof.pages())), next, small);
    }

    private NativeButton thumbnail(Proof proof, int number, boolean current) {
        Image image = new Image(ProofTexts.address(proof, number, PictureSize.THUMBNAIL), "");
        image.getElement().setAttribute("loading", "lazy");
        NativeButton button = new NativeButton();
        button.add(image);
        button.addClickListener(click -> open.accept(number));
        button.getElement().setAttribute("aria-label", Texts.t("evidence.viewer.goToPage", number));
        if (current) {
            button.getElement().setAttribute("aria-current", "page");
        }
        return button;
    }
}
