package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.access.Person;
import app.carddesk.access.Role;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.EmailAddress;
import app.carddesk.cases.PhoneNumber;
import app.carddesk.cases.ui.FieldInput.Format;
import app.carddesk.cases.ui.FieldInput.Read;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import app.carddesk.shared.TypedAmount;
import app.carddesk.shared.ui.AmountField;
import app.carddesk.shared.ui.DateField;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the fields of a case: every one can be left or put back to "not said". */
final class CaseInputs {

    /** Where most customers are, before all the others. */
    private static final List<Region> NEAR = List.of(
            Region.DENMARK, Region.SWEDEN, Region.NORWAY, Region.FRANCE, Region.UNITED_STATES, Region.AUSTRALIA);

    private final OpenCase open;

    CaseInputs(OpenCase open) {
        this.open = open;
    }

    <E extends Enum<E>> FieldEditor<E, E> choice(CaseField<E> field, Class<E> type) {
        return select(field, List.of(type.getEnumConstants()), Texts::of);
    }

    FieldEditor<Boolean, Boolean> yesNo(CaseField<Boolean> field) {
        return select(field, List.of(true, false), value -> Texts.t(value ? "cases.yes" : "cases.no"));
    }

    <T> FieldEditor<T, T> select(CaseField<T> field, List<T> items, ItemLabelGenerator<T> label) {
        Select<T> select = new Select<>();
        select.setLabel(label(field));
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(Texts.t("cases.notSaid"));
        select.setPlaceholder(Texts.t("cases.notSaid"));
        select.setItemLabelGenerator(value -> value == null ? Texts.t("cases.notSaid") : label.apply(value));
        select.setManualValidation(true);
        return new FieldEditor<>(open, field, select, Format.same());
    }

    FieldEditor<Region, Region> region(CaseField<Region> field) {
        return combo(field, regions(), CanonicalWords::region, Texts.t("cases.notSaid"));
    }

    FieldEditor<UUID, UUID> person(CaseField<UUID> field, People people) {
        return combo(field, desk(people), people::name, Texts.t("cases.nobody"));
    }

    /** Whoever works on cases, by name. */
    static List<UUID> desk(People people) {
        return Stream.concat(people.withRole(Role.AGENT).stream(), people.withRole(Role.SUPERVISOR).stream())
                .sorted(Comparator.comparing(Person::name))
                .map(Person::id)
                .distinct()
                .toList();
    }

    private <T> FieldEditor<T, T> combo(
            CaseField<T> field, List<T> items, ItemLabelGenerator<T> label, String placeholder) {
        ComboBox<T> combo = new ComboBox<>(label(field));
        combo.setItems(items);
        combo.setItemLabelGenerator(label);
        combo.setClearButtonVisible(true);
        combo.setPlaceholder(placeholder);
        combo.setManualValidation(true);
        FieldEditor<T, T> editor = new FieldEditor<>(open, field, combo, Format.same());
        // Whoever types "den" and leaves means Denmark: nobody should have to reach for the arrow keys in a call.
        combo.setAllowCustomValue(true);
        combo.addCustomValueSetListener(event -> {
            String typed = event.getDetail().strip().toLowerCase(UI.getCurrent().getLocale());
            items.stream()
                    .filter(item -> label.apply(item)
                            .toLowerCase(UI.getCurrent().getLocale())
                            .startsWith(typed))
                    .findFirst()
                    .ifPresentOrElse(editor::answer, editor::notAChoice);
        });
        return editor;
    }

    FieldEditor<LocalDate, LocalDate> date(CaseField<LocalDate> field) {
        DateField picker = new DateField(label(field));
        picker.setManualValidation(true);
        FieldEditor<LocalDate, LocalDate> editor =
                new FieldEditor<>(open, field, picker, new Format<>(value -> value, day -> {
                    String problem = picker.problem();
                    return problem == null ? Read.of(day) : Read.unreadable(problem);
                }));
        picker.whenEmptied(editor::emptied);
        return editor;
    }

    FieldEditor<String, String> text(CaseField<String> field) {
        return typed(field, new Format<>(value -> value, typed -> Read.of(tidy(typed))));
    }

    FieldEditor<String, EmailAddress> email() {
        return typed(
                CaseField.CUSTOMER_EMAIL,
                new Format<>(EmailAddress::value, typed -> tidy(typed) == null ? Read.of(null) : readEmail(typed)));
    }

    private static Read<EmailAddress> readEmail(String typed) {
        return EmailAddress.fault(typed)
                .<Read<EmailAddress>>map(fault -> switch (fault) {
                    case NOT_AN_ADDRESS -> Read.bad("cases.bad.email");
                    case READS_OTHERWISE -> Read.bad("cases.bad.email.otherwise");
                })
                .orElseGet(() -> Read.of(new EmailAddress(typed)));
    }

    FieldEditor<String, PhoneNumber> phone() {
        return typed(
                CaseField.CUSTOMER_PHONE,
                new Format<>(
                        PhoneNumber::display,
                        typed -> tidy(typed) == null
                                ? Read.of(null)
                                : PhoneNumber.parse(typed, open.home())
                                        .map(Read::of)
                                        .orElse(Read.bad("cases.bad.phone"))));
    }

    private <T> FieldEditor<String, T> typed(CaseField<T> field, Format<String, T> format) {
        TextField text = new TextField(label(field));
        text.setAutocomplete(Autocomplete.OFF);
        text.setManualValidation(true);
        return new FieldEditor<>(open, field, text, format);
    }

    FieldEditor<String, Money> money(CaseField<Money> field, Span unit) {
        AmountField amount = new AmountField();
        amount.setLabel(label(field));
        amount.setSuffixComponent(unit);
        FieldEditor<String, Money> editor = new FieldEditor<>(
                open,
                field,
                amount,
                new Format<>(
                        money -> AmountField.text(money, Objects.requireNonNullElse(open.currency(), money.currency())),
                        typed -> money(
                                amount, open.currency(open.contents().values().get(field)))));
        amount.whenChosen(editor::answer);
        return editor;
    }

    private static Read<Money> money(AmountField amount, @Nullable Currency currency) {
        if (amount.getValue().isBlank()) {
            return Read.of(null);
        }
        if (currency == null) {
            return Read.bad("cases.bad.currency");
        }
        TypedAmount typed = amount.read(currency);
        return typed instanceof TypedAmount.Read(Money money)
                ? Read.of(money)
                : Read.unreadable(AmountField.problem(typed, currency));
    }

    /** What a field is called. */
    static String label(CaseField<?> field) {
        return Texts.t("cases.field." + field.key());
    }

    private static @Nullable String tidy(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static List<Region> regions() {
        List<Region> regions = new ArrayList<>(NEAR);
        Arrays.stream(Locale.getISOCountries())
                .map(Region::new)
                .filter(region -> !NEAR.contains(region))
                .sorted(Comparator.comparing(CanonicalWords::region))
                .forEach(regions::add);
        return regions;
    }
}
