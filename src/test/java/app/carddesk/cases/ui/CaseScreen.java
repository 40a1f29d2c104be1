package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNotReadOnly;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ.assertEditableByUser;

import app.carddesk.KaribuTest;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseWork;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.lang.reflect.Method;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of the screens about cases have in common: the hands of the person in front of them. */
abstract class CaseScreen extends KaribuTest {

    @Autowired
    protected CaseWork work;

    @Autowired
    protected CaseFile file;

    @Autowired
    protected CaseEditing editing;

    @Autowired
    protected TestCards cards;

    protected CaseNumber open(@Nullable Card card) {
        CaseNumber number = work.open(card == null ? null : card.serial());
        UI.getCurrent().navigate("cases/" + number);
        return number;
    }

    protected UUID id(CaseNumber number) {
        return file.find(number).orElseThrow().id();
    }

    protected CaseContents contents(CaseNumber number) {
        return file.read(number).orElseThrow();
    }

    protected static void list(String view) {
        UI.getCurrent().navigate("cases", QueryParameters.of("view", view));
    }

    protected static String page() {
        return view().getElement().getTextRecursively();
    }

    /** The view on the screen. */
    protected static Component view() {
        return (Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
    }

    /** Types and stays in the field. */
    protected static void type(TextField field, String text) {
        enter(field, text);
    }

    /** Gives a field a value as the browser does. Karibu's own way does not know this version's fields. */
    protected static <T> void enter(AbstractField<?, T> field, T value) {
        assertEditableByUser(field);
        _assertNotReadOnly(field);
        try {
            Method arrive = AbstractField.class.getDeclaredMethod("setModelValue", Object.class, boolean.class);
            arrive.setAccessible(true);
            arrive.invoke(field, value, true);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    protected static void leave(Component field) {
        ComponentUtil.fireEvent(field, new BlurNotifier.BlurEvent<>(field, true));
    }

    protected static void fill(String label, String text) {
        type(text(label), text);
        leave(text(label));
    }

    protected static TextField text(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    protected static <T> void choose(String label, T value) {
        enter((Select<T>) _get(Select.class, spec -> spec.withLabel(label)), value);
    }

    @SuppressWarnings("unchecked")
    protected static <T> void pick(String label, T value) {
        enter((ComboBox<T>) _get(ComboBox.class, spec -> spec.withLabel(label)), value);
    }

    protected static void press(String label) {
        _click(_get(Button.class, spec -> spec.withText(label)));
    }
}
