package app.carddesk.evidence.ui;

import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.Base64;

/** A first look at a file that is still being worked on. It is shown from memory and never kept. */
class Examining extends Composite<Div> {

    Examining(String name, byte[] jpeg) {
        Image look = new Image("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg), "");
        look.addClassName("evidence-look");
        getContent().addClassNames("cd-row", "evidence-examining");
        getContent().add(look, new Span(Texts.t("evidence.examining", name)));
    }
}
