package app.carddesk.cases.ui;

import app.carddesk.cards.Serial;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.Change;
import app.carddesk.cases.PictureOffer;
import app.carddesk.cases.PictureOffers;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.SerialText;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was read on the pictures and could be taken over into the case: offered, never done by itself. */
final class OffersPanel extends Composite<Div> {

    private final PictureOffers offers;
    private final OpenCase open;
    private @Nullable Shown shown;

    OffersPanel(PictureOffers offers, OpenCase open) {
        this.offers = offers;
        this.open = open;
        getContent().addClassName("cd-offers");
        getContent().getElement().setAttribute("role", "region").setAttribute("aria-live", "polite");
        getContent().getElement().setAttribute("aria-label", Texts.t("cases.offers"));
        getContent().setVisible(false);
    }

    private record Shown(List<PictureOffer> offers, boolean editable) {}

    /** Draws the offers, if they have changed since; so a button that is being pressed stays where it is. */
    void show(CaseContents contents) {
        Shown now = new Shown(offers.of(contents), contents.isEditable());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        getContent().removeAll();
        getContent().setVisible(!now.offers().isEmpty());
        UnorderedList list = new UnorderedList();
        now.offers().forEach(offer -> list.add(line(offer, now.editable())));
        getContent().add(list);
    }

    private ListItem line(PictureOffer offer, boolean editable) {
        Div words = new Div();
        words.addClassNames("cd-grow", "cd-stacked");
        Button use = null;
        Tone tone = Tone.ACCENT;
        switch (offer) {
            case PictureOffer.SameSerial same -> {
                words.add(sentence("cases.offer.sameSerial", Texts.of(same.shownOn())));
                tone = Tone.OK;
            }
            case PictureOffer.OtherSerial other -> {
                serials(words, other);
                tone = other.typed() == null ? Tone.ACCENT : Tone.WARN;
                use = other.isKnown()
                        ? use(
                                Texts.t(other.typed() == null ? "cases.offer.useIt" : "cases.offer.useCard"),
                                () -> take(other.read(), other.typed()))
                        : null;
            }
            case PictureOffer.PurchaseDay day -> {
                day(words, day);
                tone = day.activated() == null ? Tone.ACCENT : Tone.WARN;
                use = day.isTaken()
                        ? null
                        : use(
                                Texts.t("cases.offer.useDay", date(day.day())),
                                () -> take(CaseField.PURCHASE_DATE, day.said(), day.day()));
            }
            case PictureOffer.PurchaseSum sum -> {
                String amount = Formats.current().money(sum.sum());
                words.add(sentence("cases.offer.sum", amount));
                use = use(
                        Texts.t("cases.offer.useSum", amount),
                        () -> take(CaseField.PURCHASE_AMOUNT, sum.said(), sum.sum()));
            }
            case PictureOffer.CodeCovered covered ->
                words.add(sentence("cases.offer.codeCovered", Texts.of(covered.shownOn())));
            case PictureOffer.Unread unread -> {
                words.add(sentence("cases.offer.unread", Texts.of(unread.shownOn())));
                tone = Tone.WARN;
            }
        }
        ListItem line = new ListItem(words);
        line.addClassNames("cd-offer", tone.className());
        if (editable) {
            line.add(buttons(offer, use));
        }
        return line;
    }

    private static void serials(Div words, PictureOffer.OtherSerial other) {
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

    private static void day(Div words, PictureOffer.PurchaseDay day) {
        LocalDate activated = day.activated();
        words.add(sentence("cases.offer.day", Texts.of(day.shownOn()), date(day.day())));
        if (activated != null) {
            words.add(quiet(
                    day.day().isAfter(activated) ? "cases.offer.boughtAfter" : "cases.offer.activatedLater",
                    date(activated),
                    date(day.day())));
        }
    }

    private Div buttons(PictureOffer offer, @Nullable Button use) {
        Button away = new Button(Texts.t("cases.offer.dismiss"), click -> {
            offers.dismiss(offer);
            open.refresh();
        });
        away.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        Div buttons = use == null ? new Div(away) : new Div(use, away);
        buttons.addClassName("cd-actions");
        return buttons;
    }

    private static Button use(String text, Runnable act) {
        Button use = new Button(text, click -> act.run());
        use.addThemeVariants(ButtonVariant.SMALL);
        return use;
    }

    private <T> void take(CaseField<T> field, @Nullable T base, T value) {
        tell(open.editing().change(open.id(), field, base, value));
    }

    private void take(Serial serial, @Nullable Serial base) {
        tell(open.editing().changeCard(open.id(), base, serial));
    }

    private void tell(Change<?> change) {
        switch (change) {
            case Change.Changed<?> _, Change.Unchanged<?> _, Change.BelongsToAnother<?> _ -> {}
            case Change.Conflict<?> _ -> Toasts.failure(Texts.t("cases.offer.conflict"));
            case Change.Refused<?> refused -> Toasts.failure(Texts.of(refused.reason()));
        }
        open.refresh();
    }

    private static Span sentence(String key, Object... parameters) {
        return new Span(Texts.t(key, parameters));
    }

    private static Span quiet(String key, Object... parameters) {
        Span words = sentence(key, parameters);
        words.addClassName("cd-small");
        return words;
    }

    private static Div labelled(String key, Component value) {
        Span label = new Span(Texts.t(key));
        label.addClassNames("cd-soft", "cd-small", "cd-offer-label");
        Div row = new Div(label, value);
        row.addClassName("cd-offer-serial");
        return row;
    }

    private static String date(LocalDate date) {
        return Formats.current().date(date);
    }
}
