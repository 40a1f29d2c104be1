package app.carddesk.cases.ui;

import app.carddesk.cases.CaseAct;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseRefusal;
import app.carddesk.cases.Change;
import app.carddesk.cases.Customer;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a case on the page: leaving it commits, typing keeps a draft. When somebody else was faster it shows
 * both values and asks; nothing that was typed is thrown away.
 *
 * @param <V> what the component holds
 * @param <T> what the case holds
 */
final class FieldEditor<V, T> extends Composite<Div> {

    private static final int DRAFT_AFTER_MS = 600;

    private final OpenCase open;
    private final CaseField<T> field;
    private final AbstractField<?, V> input;
    private final Format<V, T> format;
    private final Div question = new Div();
    private final Paragraph bothValues = new Paragraph();
    private @Nullable T base;
    private boolean untouched = true;
    private boolean inHand;
    private BiConsumer<@Nullable T, @Nullable T> changed = (before, now) -> {};
    private @Nullable T theirs;
    private boolean asking;

    FieldEditor(OpenCase open, CaseField<T> field, AbstractField<?, V> input, Format<V, T> format) {
        this.open = open;
        this.field = field;
        this.input = input;
        this.format = format;
        question.addClassName("cd-question");
        question.getElement().setAttribute("role", "alert");
        question.setVisible(false);
        input.getElement().setAttribute("data-field", field.key());
        if (input instanceof Focusable<?> focusable) {
            open.place(field, focusable);
        }
        getContent().addClassName("cd-field");
        getContent().add(input, question);
        watch();
        if (input instanceof TextField text) {
            text.setValueChangeMode(ValueChangeMode.LAZY);
            text.setValueChangeTimeout(DRAFT_AFTER_MS);
            text.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    untouched = false;
                    keepDraft(event.getValue());
                }
            });
            text.addBlurListener(event -> commit());
        } else {
            input.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    untouched = false;
                    commit();
                }
            });
        }
    }

    /** Others are told who is in the field, and here it is told of them. */
    private void watch() {
        if (input instanceof FocusNotifier<?> focus) {
            focus.addFocusListener(event -> {
                inHand = true;
                open.company().edit(field);
            });
        }
        if (input instanceof BlurNotifier<?> blur) {
            blur.addBlurListener(event -> {
                inHand = false;
                open.company().rest(field);
                catchUp();
            });
        }
        open.company().join(field, this::editedBy);
    }

    private void editedBy(List<String> names) {
        boolean edited = !names.isEmpty();
        getContent().setClassName("cd-edited-elsewhere", edited);
        if (input instanceof HasHelper helped) {
            helped.setHelperText(edited ? Texts.t("cases.company.field", String.join(", ", names)) : null);
        }
    }

    /** Tells of each change made here, with what stood there before. */
    FieldEditor<V, T> whenChanged(BiConsumer<@Nullable T, @Nullable T> listener) {
        changed = listener;
        return this;
    }

    FieldEditor<V, T> wide() {
        addClassName("cd-wide");
        return this;
    }

    /** Shows what the case holds; what the person is typing just now stays. */
    void show(CaseContents contents) {
        input.setReadOnly(!contents.isEditable());
        T now = contents.values().get(field);
        if (!untouched) {
            if (!Objects.equals(now, base) && !(asking && Objects.equals(now, theirs))) {
                askWhose(now);
            }
            return;
        }
        if (inHand && !Objects.equals(now, base)) {
            // What is typed just now may not have arrived yet; leaving the field settles it.
            return;
        }
        base = now;
        set(base);
        String draft = contents.drafts().get(field.key());
        if (draft != null && input instanceof TextField text && !draft.equals(text.getValue())) {
            offerDraft(text, draft);
        } else if (question.isVisible()) {
            ask(null);
        }
    }

    /** Somebody only looked into the field while it was changed elsewhere. */
    private void catchUp() {
        if (untouched) {
            show(open.contents());
        }
    }

    private void set(@Nullable T value) {
        input.setValue(value == null ? input.getEmptyValue() : format.shown().apply(value));
        complain(null);
        untouched = true;
    }

    /** Takes a value as the person's answer, as if they had picked it. */
    void answer(V value) {
        input.setValue(value);
        untouched = false;
        commit();
    }

    /** Says that what was typed is none of the choices; what the case holds stays. */
    void notAChoice() {
        invalid(Texts.t("cases.bad.choice"));
    }

    private void keepDraft(String text) {
        switch (open.editing().keepDraft(open.id(), field.key(), text)) {
            case CaseAct.Done _ -> complain(null);
            case CaseAct.Refused refused -> complain(refused.reason());
        }
    }

    private void commit() {
        if (untouched || input.isReadOnly()) {
            return;
        }
        Read<T> read = format.read().apply(input.getValue());
        if (read.problem() != null) {
            invalid(Texts.t(read.problem()));
        } else {
            commit(read.value());
        }
    }

    private void commit(@Nullable T value) {
        switch (open.editing().change(open.id(), field, base, value)) {
            case Change.Changed<T> _ -> {
                T before = base;
                settle();
                changed.accept(before, value);
            }
            case Change.Unchanged<T> _ -> settle();
            case Change.Conflict<T> conflict -> {
                // The page is read again, so that it can be said who was faster.
                open.refresh();
                askWhose(conflict.current());
            }
            case Change.Refused<T> refused -> complain(refused.reason());
            case Change.BelongsToAnother<T> another -> offerSwitch(another.other());
        }
    }

    /** The field is as the case has it again. */
    private void settle() {
        untouched = true;
        ask(null);
        complain(null);
        open.refresh();
    }

    /** Shows both values; what is in the field stays there until one of them is picked. */
    private void askWhose(@Nullable T now) {
        bothValues.setText(Texts.t("cases.conflict", words(now), mine(), whoWrote()));
        if (asking && Objects.equals(now, theirs)) {
            // The buttons stay the same ones: the person may be leaving the field by pressing one of them.
            return;
        }
        theirs = now;
        Button keep = small("cases.conflict.keep", () -> {
            base = now;
            commit();
        });
        Button take = small("cases.conflict.take", () -> {
            open.editing().dropDraft(open.id(), field.key());
            base = now;
            set(now);
            settle();
        });
        List.of(keep, take)
                .forEach(button ->
                        button.setAriaLabel(Texts.t("cases.conflict.act", button.getText(), CaseInputs.label(field))));
        ask(bothValues, keep, take);
        asking = true;
    }

    private String mine() {
        Read<T> read = format.read().apply(input.getValue());
        return read.problem() == null ? words(read.value()) : String.valueOf(input.getValue());
    }

    private String whoWrote() {
        return open.contents().timeline().stream()
                .filter(line -> field.key().equals(line.field()))
                .findFirst()
                .map(line -> open.people().name(line.by()))
                .orElseGet(() -> Texts.t("cases.conflict.somebody"));
    }

    private void offerSwitch(Customer other) {
        Paragraph words = new Paragraph(Texts.t("cases.customer.known", CustomerWords.of(other)));
        Button change = small("cases.customer.switch", () -> {
            switch (open.editing().switchCustomer(open.id(), open.customerId(), other.id())) {
                case Change.Refused<Customer> refused -> complain(refused.reason());
                // The page shows whose the case is now, whoever gave it to them.
                case Change.Changed<Customer> _,
                        Change.Unchanged<Customer> _,
                        Change.Conflict<Customer> _,
                        Change.BelongsToAnother<Customer> _ -> settle();
            }
        });
        Button leave = small("cases.customer.leave", () -> {
            open.editing().dropDraft(open.id(), field.key());
            settle();
        });
        ask(words, change, leave);
    }

    private void offerDraft(TextField text, String draft) {
        Paragraph words = new Paragraph(Texts.t("cases.draft.left", draft));
        Button use = small("cases.draft.use", () -> {
            text.setValue(draft);
            untouched = false;
            ask(null);
            commit();
        });
        Button drop = small("cases.draft.drop", () -> {
            open.editing().dropDraft(open.id(), field.key());
            settle();
        });
        ask(words, use, drop);
    }

    private void ask(@Nullable Paragraph words, Button... answers) {
        asking = false;
        question.removeAll();
        question.setVisible(words != null);
        if (words != null) {
            Div buttons = new Div(answers);
            buttons.addClassName("cd-actions");
            question.add(words, buttons);
        }
    }

    private String words(@Nullable T value) {
        String canonical = field.canonical(value);
        return canonical == null ? Texts.t("cases.notSaid") : CanonicalWords.of(canonical, open.people());
    }

    private void complain(@Nullable CaseRefusal refusal) {
        if (refusal != null) {
            invalid(Texts.of(refusal));
        } else if (input instanceof HasValidationProperties validation) {
            validation.setInvalid(false);
        }
    }

    private void invalid(String message) {
        if (input instanceof HasValidationProperties validation) {
            validation.setErrorMessage(message);
            validation.setInvalid(true);
        }
    }

    private static Button small(String key, Runnable act) {
        Button button = new Button(Texts.t(key), event -> act.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    /**
     * How a value gets into the component and out again.
     *
     * @param shown what the component shows for a value
     * @param read what a person meant
     */
    record Format<V, T>(Function<T, V> shown, Function<@Nullable V, Read<T>> read) {

        /** For components that hold the very value. */
        static <T> Format<T, T> same() {
            return new Format<>(value -> value, Read::of);
        }
    }

    /**
     * What was read from a component.
     *
     * @param problem the key of what is wrong with it, or null
     */
    record Read<T>(@Nullable T value, @Nullable String problem) {

        static <T> Read<T> of(@Nullable T value) {
            return new Read<>(value, null);
        }

        static <T> Read<T> bad(String problem) {
            return new Read<>(null, problem);
        }
    }
}
