package app.carddesk.cases.ui;

import app.carddesk.cases.CaseAct;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.Change;
import app.carddesk.cases.Customer;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Unsaved;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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
    private final FieldInput<V, T> input;
    private final FieldQuestion question = new FieldQuestion();
    private final FieldConflict<T> conflict;
    private final Unsaved unsaved;
    private final Span doubt = new Span();
    private @Nullable T base;
    private boolean untouched = true;
    private boolean inHand;
    private BiConsumer<@Nullable T, @Nullable T> changed = (before, now) -> {};

    FieldEditor(OpenCase open, CaseField<T> field, AbstractField<?, V> component, FieldInput.Format<V, T> format) {
        this.open = open;
        this.field = field;
        this.input = new FieldInput<>(field, component, format);
        this.conflict = new FieldConflict<>(open, field, question);
        this.unsaved = open.unsaved(this, () -> input.complain(Texts.t("cases.unsaved")));
        if (component instanceof Focusable<?> focusable) {
            open.place(field, focusable);
        }
        getContent().addClassName("cd-field");
        doubt.addClassNames("cd-field-doubt", "cd-small");
        doubt.setVisible(false);
        getContent().add(component, doubt, question);
        watch(component);
        if (component instanceof TextField text) {
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
            component.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    untouched = false;
                    commit();
                }
            });
        }
    }

    /** Others are told who is in the field, and here it is told of them. */
    private void watch(AbstractField<?, V> component) {
        if (component instanceof FocusNotifier<?> focus) {
            focus.addFocusListener(event -> {
                inHand = true;
                open.company().edit(field);
            });
        }
        if (component instanceof BlurNotifier<?> blur) {
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
        if (input.component() instanceof HasHelper helped) {
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
        doubt(contents);
        input.component().setReadOnly(!contents.isEditable());
        T now = contents.values().get(field);
        if (!untouched) {
            if (!Objects.equals(now, base) && !conflict.isAbout(now)) {
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
        if (draft != null && input.component() instanceof TextField text && !draft.equals(text.getValue())) {
            offerDraft(text, draft);
        } else if (question.isVisible()) {
            question.close();
        }
    }

    /** Says beside the field that what it holds does not fit what the register says. */
    private void doubt(CaseContents contents) {
        String words = contents.contradictions().stream()
                .filter(found -> field.equals(ContradictedField.of(found.kind())))
                .map(ContradictionWords::of)
                .collect(Collectors.joining(" "));
        doubt.setText(words);
        doubt.setVisible(!words.isEmpty());
    }

    /** Somebody only looked into the field while it was changed elsewhere. */
    private void catchUp() {
        if (untouched) {
            show(open.contents());
        }
    }

    private void set(@Nullable T value) {
        input.show(value);
        untouched = true;
    }

    /** Takes a value as the person's answer, as if they had picked it. */
    void answer(V value) {
        input.component().setValue(value);
        untouched = false;
        commit();
    }

    /** Takes the field as emptied by the person, where the component tells of no change. */
    void emptied() {
        untouched = false;
        commit();
    }

    /** Says that what was typed is none of the choices; what the case holds stays. */
    void notAChoice() {
        input.complain(Texts.t("cases.bad.choice"));
    }

    private void keepDraft(String text) {
        unsaved.attempt(() -> {
            switch (open.editing().keepDraft(open.id(), field.key(), text)) {
                case CaseAct.Done _ -> input.acquit();
                case CaseAct.Refused refused -> input.complain(refused.reason());
            }
        });
    }

    private void commit() {
        if (untouched || input.component().isReadOnly()) {
            return;
        }
        FieldInput.Read<T> read = input.read();
        if (read.problem() != null) {
            input.complain(read.problem());
        } else {
            unsaved.attempt(() -> commit(read.value()));
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
            case Change.Conflict<T> late -> {
                // The page is read again, so that it can be said who was faster.
                open.refresh();
                askWhose(late.current());
            }
            case Change.Refused<T> refused -> input.complain(refused.reason());
            case Change.BelongsToAnother<T> another -> offerSwitch(another.other());
        }
    }

    /** The field is as the case has it again. */
    private void settle() {
        untouched = true;
        question.close();
        input.acquit();
        open.refresh();
    }

    private void askWhose(@Nullable T now) {
        conflict.ask(
                now,
                input.words(open),
                () -> {
                    base = now;
                    commit();
                },
                () -> {
                    open.editing().dropDraft(open.id(), field.key());
                    base = now;
                    set(now);
                    settle();
                });
    }

    private void offerSwitch(Customer other) {
        Paragraph words = new Paragraph(Texts.t("cases.customer.known", CustomerWords.of(other)));
        Button change = FieldQuestion.answer("cases.customer.switch", () -> {
            switch (open.editing().switchCustomer(open.id(), open.customerId(), other.id())) {
                case Change.Refused<Customer> refused -> input.complain(refused.reason());
                // The page shows whose the case is now, whoever gave it to them.
                case Change.Changed<Customer> _,
                        Change.Unchanged<Customer> _,
                        Change.Conflict<Customer> _,
                        Change.BelongsToAnother<Customer> _ -> settle();
            }
        });
        Button leave = FieldQuestion.answer("cases.customer.leave", () -> {
            open.editing().dropDraft(open.id(), field.key());
            settle();
        });
        question.ask(words, change, leave);
    }

    private void offerDraft(TextField text, String draft) {
        Paragraph words = new Paragraph(Texts.t("cases.draft.left", draft));
        Button use = FieldQuestion.answer("cases.draft.use", () -> {
            text.setValue(draft);
            untouched = false;
            question.close();
            commit();
        });
        Button drop = FieldQuestion.answer("cases.draft.drop", () -> {
            open.editing().dropDraft(open.id(), field.key());
            settle();
        });
        question.ask(words, use, drop);
    }
}
