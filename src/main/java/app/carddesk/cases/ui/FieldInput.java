package app.carddesk.cases.ui;

import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseRefusal;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of a field and types into it: the component, what its value means, and what is wrong with it.
 *
 * @param <V> what the component holds
 * @param <T> what the case holds
 */
final class FieldInput<V, T> {

    private final CaseField<T> field;
    private final AbstractField<?, V> component;
    private final Format<V, T> format;

    FieldInput(CaseField<T> field, AbstractField<?, V> component, Format<V, T> format) {
        this.field = field;
        this.component = component;
        this.format = format;
        component.getElement().setAttribute("data-field", field.key());
    }

    AbstractField<?, V> component() {
        return component;
    }

    void show(@Nullable T value) {
        component.setValue(
                value == null ? component.getEmptyValue() : format.shown().apply(value));
        acquit();
    }

    Read<T> read() {
        return format.read().apply(component.getValue());
    }

    /** What is in the component, in the words of a timeline; as it stands there if it cannot be read. */
    String words(OpenCase open) {
        Read<T> read = read();
        return read.problem() == null
                ? CanonicalWords.of(field, read.value(), open.people())
                : String.valueOf(component.getValue());
    }

    /** Nothing is wrong with what is in the component. */
    void acquit() {
        if (component instanceof HasValidationProperties validation) {
            validation.setInvalid(false);
        }
    }

    void complain(CaseRefusal refusal) {
        complain(Texts.of(refusal));
    }

    void complain(String message) {
        if (component instanceof HasValidationProperties validation) {
            validation.setErrorMessage(message);
            validation.setInvalid(true);
        }
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
     * @param problem what is wrong with it and what to do, or null
     */
    record Read<T>(@Nullable T value, @Nullable String problem) {

        static <T> Read<T> of(@Nullable T value) {
            return new Read<>(value, null);
        }

        /** @param key of the text that says what is wrong */
        static <T> Read<T> bad(String key) {
            return unreadable(Texts.t(key));
        }

        static <T> Read<T> unreadable(String problem) {
            return new Read<>(null, problem);
        }
    }
}
