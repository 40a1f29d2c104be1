package app.carddesk.shared.ui;

import app.carddesk.shared.Money;
import app.carddesk.shared.TypedAmount;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money, typed as anybody writes it. What it means is told by {@link TypedAmount}, alike in every language;
 * where two amounts may be meant the field shows both and asks. It holds what was typed, so nothing is lost that cannot
 * be read. Every amount on every screen is typed here.
 */
public class AmountField extends TextField {

    private static final BigDecimal EXAMPLE = new BigDecimal("300.5");

    private final Div readings = new Div();
    private Consumer<String> chosen = this::setValue;
    private TypedAmount last = new TypedAmount.Nothing();

    public AmountField() {
        setAutocomplete(Autocomplete.OFF);
        setManualValidation(true);
        getElement().setAttribute("inputmode", "decimal");
        readings.addClassName("cd-amount-readings");
        readings.getElement().setAttribute("role", "group");
        setHelperComponent(readings);
    }

    /** What becomes of the amount a person picks where two may be meant; the field takes it, unless told otherwise. */
    public void whenChosen(Consumer<String> listener) {
        chosen = listener;
    }

    /** How an amount stands in a field of this currency; with its own currency, where that is another one. */
    public static String text(Money money, @Nullable Currency currency) {
        Formats formats = Formats.current();
        return money.currency().equals(currency) ? formats.amount(money) : formats.money(money);
    }

    /** What stands in the field, as an amount of this currency. */
    public TypedAmount read(Currency currency) {
        last = TypedAmount.of(getValue(), currency);
        return last;
    }

    /** Reads like {@link #read}, and says in the field what is wrong if there is no amount or not just one. */
    public Optional<Money> require(Currency currency) {
        TypedAmount typed = read(currency);
        setErrorMessage(problem(typed, currency));
        setInvalid(!(typed instanceof TypedAmount.Read));
        return typed instanceof TypedAmount.Read(Money money) ? Optional.of(money) : Optional.empty();
    }

    /** What is to be said of what was typed; empty of an amount. */
    public static String problem(TypedAmount typed, Currency currency) {
        String example = text(
                Money.of(EXAMPLE.setScale(currency.getDefaultFractionDigits(), RoundingMode.DOWN), currency), currency);
        return switch (typed) {
            case TypedAmount.Read _ -> "";
            case TypedAmount.Nothing() -> Texts.t("amount.bad.NOT_AN_AMOUNT", example);
            case TypedAmount.Ambiguous _ -> Texts.t("amount.ambiguous");
            case TypedAmount.Unreadable(TypedAmount.Why why) ->
                switch (why) {
                    case NOT_AN_AMOUNT -> Texts.t("amount.bad.NOT_AN_AMOUNT", example);
                    case NEGATIVE -> Texts.t("amount.bad.NEGATIVE");
                    case OTHER_CURRENCY -> Texts.t("amount.bad.OTHER_CURRENCY", currency.getCurrencyCode());
                    case TOO_FINE -> Texts.t("amount.bad.TOO_FINE", currency.getCurrencyCode(), example);
                    case TOO_LARGE -> Texts.t("amount.bad.TOO_LARGE");
                };
        };
    }

    @Override
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        if (readings == null) {
            // The text field calls this while it is being made.
            return;
        }
        readings.removeAll();
        if (invalid && last instanceof TypedAmount.Ambiguous(List<Money> meant)) {
            readings.getElement().setAttribute("aria-label", Texts.t("amount.ambiguous"));
            meant.forEach(money -> readings.add(reading(money)));
        }
    }

    private Button reading(Money money) {
        Button reading = new Button(Formats.current().money(money), event -> {
            chosen.accept(Formats.current().amount(money));
            focus();
        });
        reading.addThemeVariants(ButtonVariant.SMALL);
        return reading;
    }
}
