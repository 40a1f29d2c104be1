package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.access.PersonContacts.Contact;
import app.carddesk.access.Role;
import app.carddesk.access.TestPeople;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.EmailAddress;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody at the desk opens a case of which they are the customer. */
@Tag("database")
class OwnCaseTest extends CaseScreen {

    private static final String NOTICE = "This case is about you";

    @Autowired
    private TestPeople people;

    @Test
    void it_says_so_can_be_read_and_offers_nothing_to_do() {
        EmailAddress mine = new EmailAddress("me" + UUID.randomUUID() + "@example.org");
        String me = people.add(Role.AGENT, new Contact(mine.value(), null));
        signIn("agent");
        CaseNumber number = open(cards.active(10_000));
        editing.change(id(number), CaseField.CUSTOMER_EMAIL, null, mine);
        UI.getCurrent().navigate("cases/" + number);
        assertThat(notice().isVisible()).as("to others").isFalse();
        assertThat(button("Refer to a supervisor")).isTrue();

        signIn(me);
        UI.getCurrent().navigate("cases/" + number);

        Paragraph notice = _get(Paragraph.class, spec -> spec.withText(noticeText()));
        assertThat(notice.getText()).startsWith(NOTICE).contains("someone else works on it");
        assertThat(notice.getElement().getAttribute("role")).isEqualTo("status");
        assertThat(page()).contains(mine.value());
        assertThat(button("Refer to a supervisor")).isFalse();
        _assertNone(Button.class, spec -> spec.withText("Request replacement"));
        assertThat(_find(
                        com.vaadin.flow.component.Component.class,
                        spec -> spec.withPredicate(
                                component -> component instanceof HasValue<?, ?> field && !field.isReadOnly())))
                .as("fields that can be written in")
                .allSatisfy(field -> assertThat(((com.vaadin.flow.component.HasEnabled) field).isEnabled())
                        .isFalse());
    }

    private static boolean button(String text) {
        return !_find(Button.class, spec -> spec.withText(text)).isEmpty();
    }

    private static Paragraph notice() {
        return (Paragraph) view().getChildren()
                .filter(Paragraph.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static String noticeText() {
        return notice().getText();
    }
}
