package app.carddesk.cases.ui;

import app.carddesk.cases.PictureOffer;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.SerialText;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** What pictures say, in words. */
final class OfferWords {

    private OfferWords() {}

    static void serials(Div words, PictureOffer.OtherSerial other) {
        words.add(sentence(
                other.typed() == null ? "cases.offer.serial" : "cases.offer.otherSerial", Texts.of(other.shownOn())));
        words.add(labelled("cases.offer.inPicture", new SerialText(other.read().value(), other.differing())));
        if (other.typed() != null) {
            Set<Integer> differing = new TreeSet<>(other.differing());
            String typed = other.typed().value();
            for (int i = other.read().value().length(); i < typed.length(); i++) {
                differing.add(i);
            }
            differing.removeIf(at -> at >= typed.length());
            words.add(labelled("cases.offer.inCase", new SerialText(typed, differing)));
        }
        if (!other.isKnown()) {
            words.add(quiet("cases.offer.unknownCard"));
        }
    }

    static void day(Div words, PictureOffer.PurchaseDay day) {
        LocalDate activated = day.activated();
        words.add(sentence("cases.offer.day", Texts.of(day.shownOn()), date(day.day())));
        if (activated != null) {
            words.add(quiet(
                    day.day().isAfter(activated) ? "cases.offer.boughtAfter" : "cases.offer.activatedLater",
                    date(activated),
                    date(day.day())));
        }
    }

    static Span sentence(String key, Object... parameters) {
        return new Span(Texts.t(key, parameters));
    }

    static Span quiet(String key, Object... parameters) {
        Span words = sentence(key, parameters);
        words.addClassName("cd-small");
        return words;
    }

    static Div labelled(String key, Component value) {
        Span label = new Span(Texts.t(key));
        label.addClassNames("cd-soft", "cd-small", "cd-offer-label");
        Div row = new Div(label, value);
        row.addClassName("cd-offer-serial");
        return row;
    }

    static String date(LocalDate date) {
        return Formats.current().date(date);
    }
}
