package app.carddesk.cards.ui;

import app.carddesk.cards.CardFormat;
import app.carddesk.cards.CardFormat.Spot;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.springframework.web.util.HtmlUtils;

/**
 * A schematic drawing of a card's back: where the serial stands, and where the redemption code is hidden, which nobody
 * asks for. The drawing holds numbers of the configuration and the prefix; all words stand beside it.
 */
@StyleSheet("context://styles/cards.css")
public class CardBackDrawing extends Div {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;

    public CardBackDrawing(CardFormat format) {
        addClassName("cd-card-back");
        Div drawing = new Div();
        drawing.getElement().setAttribute("role", "img");
        drawing.getElement()
                .setAttribute("aria-label", Texts.t("cards.drawing.label", format.prefix(), place(format.serial())));
        drawing.getElement().setProperty("innerHTML", svg(format));
        Span serial = new Span(Texts.t("cards.drawing.serial"));
        serial.addClassName("cd-card-back-serial-key");
        Span code = new Span(Texts.t(format.blackBox() ? "cards.drawing.code.boxed" : "cards.drawing.code"));
        code.addClassName("cd-card-back-code-key");
        Div key = new Div(serial, code);
        key.addClassName("cd-card-back-key");
        add(drawing, key);
    }

    /** Where a spot is, in words, for who cannot see the drawing. */
    private static String place(Spot spot) {
        String row = spot.top() + spot.height() / 2 < 50 ? "top" : "bottom";
        int middle = spot.left() + spot.width() / 2;
        String column = middle < 40 ? "left" : middle > 60 ? "right" : "middle";
        return Texts.t("cards.drawing.place." + row + "." + column);
    }

    private static String svg(CardFormat format) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" aria-hidden=\"true\" focusable=\"false\">");
        svg.append("<rect class=\"paper\" x=\"1\" y=\"1\" width=\"318\" height=\"198\" rx=\"14\"/>")
                .append("<rect class=\"stripe\" x=\"1\" y=\"22\" width=\"318\" height=\"30\"/>");
        rect(svg, format.blackBox() ? "code boxed" : "code", format.code(), 4);
        rect(svg, "serial", format.serial(), 5);
        Spot serial = format.serial();
        svg.append("<text x=\"")
                .append(x(serial.left()) + 8)
                .append("\" y=\"")
                .append(y(serial.top()) + y(serial.height()) / 2 + 5)
                .append("\">")
                .append(HtmlUtils.htmlEscape(format.prefix()))
                .append("…</text></svg>");
        return svg.toString();
    }

    private static void rect(StringBuilder svg, String name, Spot spot, int radius) {
        svg.append("<rect class=\"")
                .append(name)
                .append("\" x=\"")
                .append(x(spot.left()))
                .append("\" y=\"")
                .append(y(spot.top()))
                .append("\" width=\"")
                .append(x(spot.width()))
                .append("\" height=\"")
                .append(y(spot.height()))
                .append("\" rx=\"")
                .append(radius)
                .append("\"/>");
    }

    private static int x(int hundredths) {
        return hundredths * WIDTH / 100;
    }

    private static int y(int hundredths) {
        return hundredths * HEIGHT / 100;
    }
}
