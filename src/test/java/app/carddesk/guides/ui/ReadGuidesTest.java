package app.carddesk.guides.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.guides.GuideEditing;
import app.carddesk.guides.GuideSubject;
import app.carddesk.guides.Guides;
import app.carddesk.guides.Inquiries;
import app.carddesk.guides.InquiryTopic;
import app.carddesk.shared.Language;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("database")
class ReadGuidesTest extends KaribuTest {

    @Autowired
    private Guides guides;

    @Autowired
    private GuideEditing editing;

    @Autowired
    private Inquiries inquiries;

    @Test
    void all_guides_are_listed_by_group_until_something_is_searched() {
        signIn("agent");
        UI.getCurrent().navigate("guides");
        assertThat(_find(RouterLink.class, spec -> spec.withAttribute("href", "guides/terms-8")))
                .hasSize(1);
        assertThat(page()).contains("What the customer reports", "The terms at the desk", "Other inquiries");

        enter(text("Search the guides"), "aterbetalning");

        ListItem first = _find(ListItem.class).getFirst();
        assertThat(first.getElement().getTextRecursively())
                .startsWith("Ask for a refund")
                .contains("Svenska");
        assertThat(first.getElement().getOuterHTML()).containsIgnoringCase("<mark>återbetalning</mark>");

        enter(text("Search the guides"), "qqqqqqqq");
        assertThat(page()).contains("No guide matches", "Try one word fewer");
    }

    @Test
    void a_code_is_not_searched_for() {
        signIn("agent");
        UI.getCurrent().navigate("guides");

        enter(text("Search the guides"), "XABC DEFG HJKL MNPQ");

        assertThat(text("Search the guides").getValue()).isEmpty();
        assertThat(text("Search the guides").getErrorMessage()).contains("redemption code");
        assertThat(view().getElement().getOuterHTML()).doesNotContain("DEFG");
    }

    @Test
    void a_guide_is_read_in_ones_own_language_and_with_one_click_in_the_customers() {
        signIn("agent");
        UI.getCurrent().navigate("guides/terms-8", QueryParameters.of("customer", "da"));
        assertThat(page()).contains("a replacement for what does not work", "Dansk, the customer’s language");
        _get(CopyForCustomer.class);

        _click(_get(Button.class, spec -> spec.withText("Dansk, the customer’s language")));

        assertThat(page()).contains("erstatning for det, der ikke virker", "Copy for the customer");
        assertThat(_get(GuideArticle.class).getElement().getAttribute("lang")).isEqualTo("da");
        assertThat(_get(GuideArticle.class).getElement().getOuterHTML()).contains("cd-guide-customer");
        _assertNone(RouterLink.class, spec -> spec.withText("Edit"));
    }

    @Test
    void an_unknown_guide_helps_on() {
        signIn("agent");

        UI.getCurrent().navigate("guides/terms-13");

        assertThat(page()).contains("There is no such guide", "All guides");
    }

    @Test
    void a_supervisor_writes_sees_and_brings_back() {
        GuideSubject subject = new GuideSubject.OfSection(10);
        signIn("supervisor");
        UI.getCurrent().navigate("guides/terms-10/edit", QueryParameters.of("language", "sv"));
        TextArea body = _get(TextArea.class);
        enter(body, "Ny text <script>alert(1)</script>");
        assertThat(preview()).contains("Ny text", "&lt;script&gt;").doesNotContain("<script>");
        press("Save");
        assertThat(body.getErrorMessage()).contains("no part for the customer");

        enter(body, "Ny text\n\n## Till kunden\n\nHej.");
        press("Save");

        assertThat(page()).contains("Version 1", "In use");
        assertThat(guides.read(subject, Language.SV).text().body()).startsWith("Ny text");
        _click(_get(Button.class, spec -> spec.withText("Bring back")));
        assertThat(guides.read(subject, Language.SV).text().body()).startsWith("För kunder i EU");
        assertThat(editing.history(subject, Language.SV)).hasSize(3);
    }

    @Test
    void leaving_with_unsaved_words_is_asked_about() {
        signIn("supervisor");
        UI.getCurrent().navigate("guides/terms-11/edit");
        enter(_get(TextArea.class), "Half a sentence");

        UI.getCurrent().navigate("guides");

        _get(ConfirmDialog.class);
        assertThat(view()).isInstanceOf(GuideEditView.class);
    }

    @Test
    void another_inquiry_is_opened_and_closed_at_the_desk_and_taken_back() {
        signIn("agent");
        inquiries.drop();
        UI.getCurrent().navigate("");
        ComboBox<InquiryTopic> topic = topic();
        enter(topic, InquiryTopic.CHECK_CHARGE);
        assertThat(preview()).contains("Most unknown charges turn out to be a renewal");
        enter(text("Hand-over note (optional)"), "call 12 34 56 78");
        press("Answered");
        assertThat(text("Hand-over note (optional)").getErrorMessage()).contains("belongs to no customer");

        enter(text("Hand-over note (optional)"), "Twice on 3 May");
        press("Handed over");

        assertThat(inquiries.current()).isEmpty();
        assertThat(topic.getValue()).isNull();
        assertThat(page()).contains("Your latest today", "Check a charge", "Handed over", "Twice on 3 May");

        _click(_find(Button.class, spec -> spec.withText("Undo")).getFirst());
        assertThat(topic.getValue()).isEqualTo(InquiryTopic.CHECK_CHARGE);
        assertThat(text("Hand-over note (optional)").getValue()).isEqualTo("Twice on 3 May");
        assertThat(page()).contains("Taken back");
        inquiries.drop();
    }

    private static String preview() {
        return _get(GuideArticle.class).getElement().getOuterHTML();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<InquiryTopic> topic() {
        return _get(ComboBox.class, spec -> spec.withLabel("What is it about?"));
    }

    private static TextField text(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void press(String label) {
        _click(_get(Button.class, spec -> spec.withText(label)));
    }

    private static Component view() {
        return (Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
    }

    private static String page() {
        return view().getElement().getTextRecursively();
    }

    /** Gives a field a value as the browser does. Karibu's own way does not know this version's fields. */
    private static <T> void enter(AbstractField<?, T> field, T value) {
        try {
            Method arrive = AbstractField.class.getDeclaredMethod("setModelValue", Object.class, boolean.class);
            arrive.setAccessible(true);
            arrive.invoke(field, value, true);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
