package app.carddesk.evidence.ui;

import app.carddesk.evidence.link.LinkMail;
import app.carddesk.evidence.link.LinkToken;
import app.carddesk.evidence.link.UploadLink;
import app.carddesk.evidence.link.UploadLinks;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.net.URI;

/** A link that was just made: to be scanned, read out, copied or mailed. */
class LinkCard extends Composite<Div> {

    private final UploadLinks links;
    private final UploadLink link;
    private final URI address;
    private final LinkState state;
    private final Span mailed = new Span();

    LinkCard(PhoneDialogs services, UploadLink link, LinkToken token, URI address) {
        this.links = services.links();
        this.link = link;
        this.address = address;
        this.state = new LinkState(services, link);
        Image code = new Image(QrCode.of(address.toString()), Texts.t("link.qr"));
        code.addClassName("evidence-qr");
        Div words = new Div(readable(token), acts(), mail(), state);
        words.addClassName("evidence-link-words");
        getContent().addClassName("evidence-link");
        getContent().add(code, words);
    }

    boolean shows(UploadLink other) {
        return link.id().equals(other.id());
    }

    void show(UploadLink now) {
        state.show(now);
    }

    /** The address as it is read out: where, then the code in its groups, and both in one for whoever marks it. */
    private Div readable(LinkToken token) {
        Span label = new Span(Texts.t("link.address"));
        label.addClassName("evidence-link-label");
        String whole = address.toString();
        Span where = new Span(whole.substring(0, whole.length() - token.value().length()));
        Span code = new Span(token.value());
        code.addClassName("evidence-link-code");
        Div line = new Div(where, code);
        line.addClassName("evidence-link-address");
        String spelled = String.join(" ", token.value().replace("-", ", ").split(""));
        Span spoken = new Span(Texts.t("link.spoken", spelled.replaceAll(" +", " ")));
        spoken.addClassName("cd-visually-hidden");
        Span hint = new Span(Texts.t("link.characters"));
        hint.addClassNames("cd-soft", "cd-small");
        Div block = new Div(label, line, spoken, hint);
        block.addClassName("cd-stacked");
        return block;
    }

    private Div acts() {
        Button copy = new Button(Texts.t("link.copy"));
        copies(copy, address.toString());
        Button message = new Button(Texts.t("link.copyMessage"));
        copies(message, links.message(link, address).text());
        Div acts = new Div(copy, message);
        acts.addClassName("cd-actions");
        return acts;
    }

    private static void copies(Button button, String text) {
        Clipboard.onClick(button)
                .writeText(
                        text,
                        done -> Toasts.success(Texts.t("link.copied")),
                        refused -> Toasts.failure(Texts.t("link.notCopied")));
    }

    private Div mail() {
        Button send = new Button(Texts.t("link.mail"));
        mailed.addClassNames("cd-soft", "cd-small");
        mailed.getElement().setAttribute("role", "status");
        String to = links.mailAddress(link.owner()).orElse(null);
        if (!links.canMail()) {
            mailed.setText(Texts.t("link.mail.noServer"));
        } else if (to == null) {
            mailed.setText(Texts.t("link.mail.noAddress"));
        } else {
            mailed.setText(Texts.t("link.mail.to", to));
        }
        send.setEnabled(links.canMail() && to != null);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send(send));
        Div row = new Div(send, mailed);
        row.addClassName("cd-row");
        return row;
    }

    private void send(Button button) {
        UI ui = UI.getCurrent();
        mailed.setText(Texts.t("link.mail.sending"));
        links.mail(
                link,
                address,
                outcome -> ui.accessLater(() -> told(button, outcome), () -> {}).run());
    }

    private void told(Button button, LinkMail.Outcome outcome) {
        mailed.setText(Texts.t("link.mail." + outcome.name()));
        button.setEnabled(true);
    }
}
