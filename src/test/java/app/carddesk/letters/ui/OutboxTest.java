package app.carddesk.letters.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.cards.TestCards;
import app.carddesk.letters.InboxState;
import app.carddesk.letters.Letter;
import app.carddesk.letters.LetterKind;
import app.carddesk.letters.LetterState;
import app.carddesk.letters.LetterText;
import app.carddesk.letters.LettersOfCase;
import app.carddesk.letters.MailStanding;
import app.carddesk.letters.MailTrouble;
import app.carddesk.letters.mail.Notices;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor looks through the outbox and gives it a mail that came back. */
@Tag("database")
class OutboxTest extends KaribuTest {

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private LettersOfCase letters;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Test
    void a_returned_mail_marks_its_letter_which_is_then_found_among_those_that_came_back() throws IOException {
        TestCase told = sent();
        Letter letter = letters.of(told.id()).getFirst();
        signIn("supervisor");
        UI.getCurrent().navigate("outbox");
        MailDrop<?> drop = _get(MailDrop.class);

        Drops.give(
                drop,
                Notices.report(
                        "<letter." + letter.id() + "@example.com>",
                        "failed",
                        "5.1.1",
                        "no user <ida@example.com>",
                        "secret"));

        assertThat(page()).contains("A letter of " + told.number() + " came back");
        choose(OutboxShelf.BOUNCED);
        assertThat(rows())
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                told.number().toString(),
                                "Came back",
                                "The mailbox does not exist or is closed (5.1.1).",
                                "no user <i…@example.com>")
                        .doesNotContain("secret", "ida@"));

        Drops.give(drop, Notices.holiday("<letter." + letter.id() + "@example.com>"));
        assertThat(page()).contains("This mail does not say that a letter came back");
        Drops.give(drop, "no mail");
        assertThat(page()).contains("cannot be read as a mail");
    }

    @Test
    void an_administrator_alone_can_give_one_too_and_reads_no_case() throws IOException {
        TestCase told = sent();
        Letter letter = letters.of(told.id()).getFirst();
        signIn("admin");
        UI.getCurrent().navigate("outbox");

        Drops.give(
                _get(MailDrop.class),
                Notices.report("<letter." + letter.id() + "@example.com>", "failed", "5.7.1", "spam", ""));

        signIn("agent");
        assertThat(letters.read(letter.id()).orElseThrow().letter().state()).isEqualTo(LetterState.BOUNCED);
    }

    @Test
    void what_waits_with_a_problem_can_be_tried_now_and_tabs_count() {
        TestCase told = sent();
        UUID letter = letters.of(told.id()).getFirst().id();
        jdbc.sql("update letter set state = 'FAILED', problem = 'UNREACHABLE' where id = :id")
                .param("id", letter)
                .update();
        signIn("supervisor");
        UI.getCurrent().navigate("outbox");
        choose(OutboxShelf.FAILED);
        assertThat(rows())
                .anySatisfy(row -> assertThat(row)
                        .contains(told.number().toString(), "Not sent", "The mail server cannot be reached."));

        _click(_find(Button.class, spec -> spec.withText("Try now")).getFirst());

        assertThat(letters.read(letter).orElseThrow().letter().state()).isEqualTo(LetterState.WAITING);
        assertThat(page()).contains("No mailbox is set up");
    }

    @ParameterizedTest
    @EnumSource
    void what_to_mend_is_said_in_each_language(Language language) {
        signIn("supervisor");
        UI.getCurrent().setLocale(language.locale());
        Instant since = Instant.parse("2026-11-30T10:00:00Z");
        Map<MailTrouble, String> names = Map.of(
                MailTrouble.UNKNOWN_HOST, "spring.mail.host",
                MailTrouble.CERTIFICATE, "spring.mail.host",
                MailTrouble.NO_STARTTLS, "STARTTLS",
                MailTrouble.SIGN_IN, "spring.mail.password",
                MailTrouble.SIGN_IN_NEEDED, "spring.mail.password",
                MailTrouble.SENDER_REFUSED, "support@example.com",
                MailTrouble.NOT_WELCOME, "Carddesk");

        for (MailTrouble trouble : MailTrouble.values()) {
            assertThat(said(new MailStanding("mail.example.com", false, "support@example.com", trouble, since)))
                    .contains("mail.example.com", names.get(trouble), "2026")
                    .doesNotContain("mailTrouble.", "letters.", "{0}", "{1}", "carddesk.mail.encryption");
        }
        assertThat(said(new MailStanding("mail.example.com", true, "support@example.com", null, null)))
                .contains("carddesk.mail.encryption");
    }

    @Test
    void letters_that_wait_for_a_mend_say_so_and_an_address_that_cannot_be_carried_says_what_to_do() {
        TestCase told = sent();
        jdbc.sql("update letter set state = 'FAILED', problem = 'ADDRESS_NEEDS_SMTPUTF8' where case_id = :case")
                .param("case", told.id())
                .update();
        signIn("supervisor");
        UI.getCurrent().navigate("outbox");
        assertThat(rows())
                .anySatisfy(row -> assertThat(row)
                        .contains(told.number().toString(), "letters like å or š before the @", "another address"));

        jdbc.sql("update letter set state = 'WAITING', problem = null where case_id = :case")
                .param("case", told.id())
                .update();
        Letter waiting = letters.of(told.id()).getFirst();
        Instant since = Instant.parse("2026-11-30T10:00:00Z");
        assertThat(LetterWords.standing(
                        waiting,
                        new MailStanding("mail.example.com", false, "a@example.com", MailTrouble.SIGN_IN, since)))
                .contains("no mail leaves at present");
        assertThat(LetterWords.standing(waiting, new MailStanding(null, false, "a@example.com", null, null)))
                .contains("no mail server is set up");
    }

    private static String said(MailStanding mail) {
        return new OutboxServers(mail, new InboxState.Off()).getElement().getTextRecursively();
    }

    @Test
    void on_the_case_the_reason_stands_with_the_way_on() throws IOException {
        TestCase told = sent();
        Letter letter = letters.of(told.id()).getFirst();
        signIn("agent");
        UI.getCurrent().navigate("cases/" + told.number());
        _assertNone(Button.class, spec -> spec.withText("Correct the address and send again"));

        Drops.give(
                _get(ReplyDrop.class),
                Notices.report("<letter." + letter.id() + "@example.com>", "failed", "5.2.2", "full", ""));

        assertThat(page())
                .contains(
                        "The mailbox is full (5.2.2).",
                        "Letter came back: Questions to the customer. The mailbox is full.");
        _click(_get(Button.class, spec -> spec.withText("Correct the address and send again")));
        assertThat(_get(LetterReader.class).getElement().getTextRecursively()).contains("The mail system said: full");
        _get(TextField.class, spec -> spec.withLabel("Send again to")).setValue("ida-" + ids.next() + "@example.com");
        _click(_get(Button.class, spec -> spec.withText("Send again")));
        assertThat(letters.of(told.id()))
                .extracting(Letter::state)
                .containsExactly(LetterState.WAITING, LetterState.BOUNCED);
        _assertNone(Button.class, spec -> spec.withText("Correct the address and send again"));
    }

    private TestCase sent() {
        TestCase told = requests.told(cards.active(50_000));
        UUID id = ids.next();
        letters.write(new LettersOfCase.Wanted(
                id,
                told.id(),
                LetterKind.NEEDS_FACTS,
                Language.EN,
                new LetterText("About", "Hello"),
                "ida-" + id + "@example.com"));
        jdbc.sql("update letter set state = 'SENT', due_at = null where id = :id")
                .param("id", id)
                .update();
        return told;
    }

    private static void choose(OutboxShelf shelf) {
        _get(Tabs.class).setSelectedIndex(shelf.ordinal());
    }

    static List<String> rows() {
        return _find(NativeTableRow.class).stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private static String page() {
        return ((Component) UI.getCurrent()
                        .getInternals()
                        .getActiveRouterTargetsChain()
                        .getFirst())
                .getElement()
                .getTextRecursively();
    }
}
