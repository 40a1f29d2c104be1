package app.carddesk.shared.ui;

import app.carddesk.shared.Words;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last step before anything is paid or a code goes anywhere, the same for every kind: what will happen is read here
 * and confirmed with a second, deliberate press. In the browser the press that opened it never confirms it, however long
 * the key is held or however fast it is pressed twice (see {@code confirming.js}). It has one key for as long as it is
 * open, so that whatever is sent twice is one act.
 */
public final class PaymentDialog extends Dialog {

    private final String key = Keys.next();
    private final Button confirm = new Button();
    private final TextArea words = new TextArea();
    private final Paying pay;
    private final boolean asks;

    /** A line that has to be read: what it is called, and what it says. */
    public record Line(String name, String value) {}

    /** Does it, and says whether it was done; otherwise the dialog closes as well unless it asked for words. */
    public interface Paying extends java.io.Serializable {

        /** @param words what was written, where it was asked for; else empty */
        boolean pay(String words, String key);
    }

    /** One that only has to be confirmed. */
    public PaymentDialog(String title, @Nullable String explanation, List<Line> lines, String button, Paying pay) {
        this(title, explanation, lines, null, button, pay);
    }

    /** @param label what has to be written, and is kept; null where nothing has */
    public PaymentDialog(
            String title,
            @Nullable String explanation,
            List<Line> lines,
            @Nullable String label,
            String button,
            Paying pay) {
        this.pay = pay;
        this.asks = label != null;
        setHeaderTitle(title);
        setRole("alertdialog");
        setCloseOnOutsideClick(false);
        addClassName("cd-payment");

        DescriptionList facts = new DescriptionList();
        facts.addClassName("cd-payment-lines");
        facts.setId("payment-" + key);
        lines.forEach(line ->
                facts.add(new DescriptionList.Term(line.name()), new DescriptionList.Description(line.value())));
        add(facts);
        if (explanation != null) {
            add(new Paragraph(explanation));
        }
        if (label != null) {
            words.setLabel(label);
            words.setRequiredIndicatorVisible(true);
            words.setMaxLength(Words.LONGEST);
            words.setMinRows(4);
            words.setMaxRows(12);
            words.setWidthFull();
            words.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            words.addValueChangeListener(event -> words.setInvalid(false));
            add(words);
        }

        confirm.setText(button);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> confirm());
        confirm.getElement().setAttribute("aria-describedby", "payment-" + key);
        confirm.getElement().setAttribute("data-confirms", "");
        confirm.addAttachListener(event -> {
            event.getUI().getPage().addJsModule("context://confirming.js");
            // Whether it takes the focus at once depends on what opened it, which only the browser knows.
            confirm.getElement()
                    .executeJs(
                            "document.dispatchEvent(new CustomEvent('cd-confirming',"
                                    + " { detail: { button: this, focus: $0 } }))",
                            !asks);
        });
        getFooter().add(new Button(Texts.t("replacements.cancel"), event -> close()), confirm);
    }

    /** Says below the lines why, each reason in a line of its own. */
    public PaymentDialog because(String introduction, List<String> reasons) {
        UnorderedList list = new UnorderedList();
        reasons.forEach(reason -> list.add(new ListItem(reason)));
        Div why = new Div(new Span(introduction), list);
        why.addClassName("cd-payment-reasons");
        add(why);
        return this;
    }

    /** Fills in what was written already. */
    public PaymentDialog begunWith(String text) {
        words.setValue(text);
        return this;
    }

    /** Lets a button open one; while it is open, the button opens no second. */
    public static void opens(Button button, SerializableSupplier<PaymentDialog> made) {
        mayOpen(button, () -> Optional.of(made.get()));
    }

    /** Like {@link #opens}, where it shows only at the press whether there is anything to confirm. */
    public static void mayOpen(Button button, SerializableSupplier<Optional<PaymentDialog>> made) {
        button.setDisableOnClick(true);
        button.addClickListener(event -> {
            Optional<PaymentDialog> perhaps = made.get();
            if (perhaps.isEmpty()) {
                button.setEnabled(true);
                return;
            }
            PaymentDialog dialog = perhaps.get();
            dialog.addOpenedChangeListener(change -> {
                if (!change.isOpened()) {
                    button.setEnabled(true);
                    button.focus();
                }
            });
            dialog.open();
        });
    }

    @Override
    public void open() {
        super.open();
        if (asks) {
            words.focus();
        }
    }

    private void confirm() {
        Optional<Words.Fault> fault = asks ? Words.fault(words.getValue()) : Optional.empty();
        if (fault.isPresent()) {
            words.setErrorMessage(Faults.of(fault.get()));
            words.setInvalid(true);
            words.focus();
            confirm.setEnabled(true);
        } else if (pay.pay(asks ? words.getValue() : "", key) || !asks) {
            close();
        } else {
            confirm.setEnabled(true);
        }
    }
}
