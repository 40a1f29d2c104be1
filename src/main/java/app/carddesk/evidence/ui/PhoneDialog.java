package app.carddesk.evidence.ui;

import app.carddesk.evidence.link.UploadLink;
import app.carddesk.evidence.link.UploadLinks;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the customer's phone for pictures: makes a link, shows it, and tells how it stands until it is closed. */
class PhoneDialog extends Dialog {

    private final UUID owner;
    private final PhoneDialogs services;
    private final UploadLinks links;
    private final Div content = new Div();
    private final Button close = new Button(Texts.t("link.close"), click -> closeLink());
    private @Nullable LinkCard card;
    private @Nullable Runnable deaf;

    PhoneDialog(UUID owner, PhoneDialogs services) {
        this.owner = owner;
        this.services = services;
        this.links = services.links();
        setHeaderTitle(Texts.t("link.title"));
        addClassNames("evidence-phone");
        content.addClassName("cd-stack");
        add(content);
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        Button done = new Button(Texts.t("link.done"), click -> close());
        getFooter().add(close, done);
        addOpenedChangeListener(change -> {
            stopListening();
            if (change.isOpened()) {
                UI ui = UI.getCurrent();
                deaf = services.news()
                        .listen(
                                owner,
                                event -> ui.accessLater(this::draw, () -> {}).run());
            }
        });
        addDetachListener(gone -> stopListening());
    }

    @Override
    public void open() {
        draw();
        super.open();
    }

    private void stopListening() {
        if (deaf != null) {
            deaf.run();
            deaf = null;
        }
    }

    private void draw() {
        UploadLink link = links.open(owner).orElse(null);
        close.setVisible(link != null);
        if (link != null && card != null && card.shows(link)) {
            card.show(link);
            return;
        }
        boolean hadCard = card != null;
        card = null;
        if (link == null && !hadCard && content.getChildren().findAny().isPresent()) {
            // Whoever is choosing language and time goes on choosing.
            return;
        }
        content.removeAll();
        if (hadCard && link == null) {
            content.add(new Paragraph(Texts.t("link.closed")));
        }
        if (link == null) {
            content.add(new Paragraph(Texts.t("link.explain")));
        } else {
            content.add(new Paragraph(Texts.t("link.known")), new LinkState(services, link));
        }
        content.add(new LinkForm(links, owner, link != null, this::make));
    }

    private void make(LinkForm.Wish wish) {
        switch (links.make(owner, wish.language(), wish.openFor())) {
            case UploadLinks.Making.Made(var link, var token) -> {
                URI address = services.addressOf(token);
                card = new LinkCard(services, link, token, address);
                close.setVisible(true);
                content.removeAll();
                content.add(card);
            }
            case UploadLinks.Making.Closed() -> Toasts.failure(Texts.t("evidence.decision.closed"));
            case UploadLinks.Making.NoAddress() -> Toasts.failure(Texts.t("link.noAddress"));
        }
    }

    private void closeLink() {
        links.close(owner);
        draw();
    }
}
