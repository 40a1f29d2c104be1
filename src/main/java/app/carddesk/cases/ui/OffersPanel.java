package app.carddesk.cases.ui;

import app.carddesk.cards.Serial;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.Change;
import app.carddesk.cases.PictureOffer;
import app.carddesk.cases.PictureOffers;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
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
                words.add(OfferWords.sentence("cases.offer.sameSerial", Texts.of(same.shownOn())));
                tone = Tone.OK;
            }
            case PictureOffer.OtherSerial other -> {
                OfferWords.serials(words, other);
                tone = other.typed() == null ? Tone.ACCENT : Tone.WARN;
                use = other.isKnown()
                        ? use(
                                Texts.t(other.typed() == null ? "cases.offer.useIt" : "cases.offer.useCard"),
                                () -> take(other.read(), other.typed()))
                        : null;
            }
            case PictureOffer.PurchaseDay day -> {
                OfferWords.day(words, day);
                tone = day.activated() == null ? Tone.ACCENT : Tone.WARN;
                use = day.isTaken()
                        ? null
                        : use(
                                Texts.t("cases.offer.useDay", OfferWords.date(day.day())),
                                () -> take(CaseField.PURCHASE_DATE, day.said(), day.day()));
            }
            case PictureOffer.PurchaseSum sum -> {
                String amount = Formats.current().money(sum.sum());
                words.add(OfferWords.sentence("cases.offer.sum", amount));
                use = use(
                        Texts.t("cases.offer.useSum", amount),
                        () -> take(CaseField.PURCHASE_AMOUNT, sum.said(), sum.sum()));
            }
            case PictureOffer.ReceiptNumber receipt -> {
                words.add(OfferWords.sentence("cases.offer.receiptNumber", receipt.number()));
                use = use(
                        Texts.t("cases.offer.useReceiptNumber", receipt.number()),
                        () -> take(CaseField.RECEIPT_NUMBER, receipt.said(), receipt.number()));
            }
            case PictureOffer.CodeCovered covered ->
                words.add(OfferWords.sentence("cases.offer.codeCovered", Texts.of(covered.shownOn())));
            case PictureOffer.Unread unread -> {
                words.add(OfferWords.sentence("cases.offer.unread", Texts.of(unread.shownOn())));
                tone = Tone.WARN;
            }
        }
        String id = "offer-" + offer.finding().id();
        words.setId(id);
        ListItem line = new ListItem(words);
        line.addClassNames("cd-offer", tone.className());
        if (editable) {
            line.add(buttons(offer, use, id));
        }
        return line;
    }

    private Div buttons(PictureOffer offer, @Nullable Button use, String wordsId) {
        Button away = new Button(Texts.t("cases.offer.dismiss"), click -> {
            offers.dismiss(offer);
            open.refresh();
        });
        // All of these say the same; what each is about stands beside it.
        away.getElement().setAttribute("aria-describedby", wordsId);
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
}
