package app.carddesk.notices.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.KaribuTest;
import app.carddesk.TestClock;
import app.carddesk.access.DemoPeople;
import app.carddesk.notices.NoticeKind;
import app.carddesk.notices.NoticePost;
import app.carddesk.notices.Notices;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

@Tag("database")
class ReadNoticesTest extends KaribuTest {

    @Autowired
    private Notices notices;

    @Autowired
    private NoticePost post;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectProvider<NoticeBell> bells;

    @Autowired
    private TestClock clock;

    private final String subject = "C-" + UUID.randomUUID();

    @BeforeEach
    void theSecondAgentHasReadEverything() {
        signIn("agent2");
        // Other tests put the clock forward, and what they told came "later".
        notices.markAllRead(clock.instant().plus(Duration.ofDays(1000)));
        signIn("agent2");
        UI.getCurrent().add(bells.getObject());
    }

    @Test
    void the_bell_counts_what_comes_while_the_window_is_open_and_says_so() {
        assertThat(bell()).isEqualTo("Notifications, none unread");

        tell(NoticeKind.MENTIONED);
        awaitUntil(() -> bell().equals("One unread notification"));
        assertThat(status()).isEqualTo("One unread notification");
        tell(NoticeKind.CASE_ASSIGNED);
        awaitUntil(() -> bell().equals("2 unread notifications"));
    }

    @Test
    void the_list_says_who_did_what_and_leads_to_the_case() {
        tell(NoticeKind.CASE_ASSIGNED);
        awaitUntil(() -> !bell().contains("none"));

        openList();

        Anchor link = link();
        assertThat(link.getText()).isEqualTo("Alva Lind gave you " + subject);
        assertThat(link.getHref()).isEqualTo("cases/" + subject);
        assertThat(item().getElement().getTextRecursively()).contains("Unread");
        click(link);
        assertThat(notices.unread()).isZero();
        assertThat(_find(NoticeList.class)).isEmpty();
        awaitUntil(() -> bell().contains("none"));
    }

    @Test
    void all_can_be_marked_as_read_at_once_and_stay_in_the_list() {
        tell(NoticeKind.MENTIONED);
        tell(NoticeKind.CALL_BACK_DUE);
        awaitUntil(() -> bell().contains("2"));
        openList();

        _click(_get(Button.class, spec -> spec.withText("Mark all as read")));

        awaitUntil(() -> bell().contains("none"));
        assertThat(_get(NoticeList.class).getElement().getTextRecursively())
                .contains(subject)
                .doesNotContain("Unread");
        assertThat(_get(Button.class, spec -> spec.withText("Mark all as read")).isEnabled())
                .isFalse();
    }

    @Test
    void what_comes_while_the_list_is_open_joins_it() {
        openList();

        tell(NoticeKind.REQUEST_RETURNED);

        awaitUntil(() ->
                !_find(ListItem.class, spec -> spec.withClasses("cd-unread")).isEmpty());
        assertThat(link().getText()).isEqualTo("Alva Lind has a question about your request in " + subject);
    }

    private void tell(NoticeKind kind) {
        transaction.executeWithoutResult(
                status -> post.tell(DemoPeople.AGENT_2, kind, subject, "cases/" + subject, DemoPeople.AGENT));
    }

    private static void openList() {
        _click(button());
    }

    private static String bell() {
        return button().getElement().getAttribute("aria-label");
    }

    private static Button button() {
        return _get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getElement().getParent().getClassList().contains("cd-bell")));
    }

    private static String status() {
        return _get(NoticeBell.class)
                .getElement()
                .getChildren()
                .filter(child -> "status".equals(child.getAttribute("role")))
                .findFirst()
                .orElseThrow()
                .getText();
    }

    private Anchor link() {
        return _find(
                        Anchor.class,
                        spec -> spec.withPredicate(anchor -> anchor.getHref().endsWith(subject)))
                .getFirst();
    }

    private ListItem item() {
        return (ListItem) link().getParent().orElseThrow();
    }

    private static void click(Anchor link) {
        link.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(link.getElement(), "click", JsonNodeFactory.instance.objectNode()));
    }

    /** News come on a thread of their own, and wait for this window's next roundtrip. */
    private static void awaitUntil(BooleanSupplier shown) {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    MockVaadin.clientRoundtrip(false);
                    return shown.getAsBoolean();
                });
    }
}
