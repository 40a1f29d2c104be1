package app.carddesk.letters.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.KaribuTest;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseWork;
import app.carddesk.letters.Replies;
import app.carddesk.letters.TestMails;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Ids;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent drops a customer's answer on the case. */
@Tag("database")
class FileReplyTest extends KaribuTest {

    private static final String CODE = "XKMF2B7HQW3PRT9L";

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private CaseFile cases;

    @Autowired
    private CaseWork work;

    @Autowired
    private Replies replies;

    @Autowired
    private Ids ids;

    @Test
    void it_stands_in_the_story_with_its_files_and_codes_are_covered() throws IOException {
        TestCase told = waiting();
        open(told);

        give(TestMails.withFiles("Here it is. The code: " + CODE, "a-" + ids.next()));

        assertThat(page())
                .contains(
                        "The reply is filed. Attachments taken as proofs: 1 of 4.",
                        "The case waited for the customer and is open again.",
                        "The customer answered: About the card",
                        "From Ida Svarer",
                        "Here it is. The code: ••••",
                        "receipt.png: taken as proof",
                        "notes.txt: not taken: it is a text file",
                        "logo.png: skipped, a tiny picture of a signature",
                        "broken.png: not taken: the attachment is damaged")
                .doesNotContain(CODE);
        assertThat(cases.get(told.id()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void long_words_and_quoted_ones_are_folded() throws IOException {
        TestCase told = waiting();
        open(told);

        give(TestMails.answer("<nobody@example.com>", "First line " + ids.next() + "\n" + "and on\n".repeat(30)));

        assertThat(_find(NativeDetails.class))
                .extracting(details -> details.getSummaryText())
                .contains("The rest of the reply", "Quoted from earlier mails");
    }

    @Test
    void filed_twice_it_says_so() throws IOException {
        TestCase told = waiting();
        open(told);
        String mail = TestMails.answer("<nobody@example.com>", "Once " + ids.next());
        give(mail);

        give(mail);

        assertThat(page()).contains("This reply is already filed; nothing was doubled.");
        assertThat(replies.of(told.id())).hasSize(1);
    }

    @Test
    void the_answer_to_another_case_is_asked_about_and_goes_there() throws IOException {
        TestCase other = waiting();
        TestCase told = waiting();
        open(told);
        String mail = "From: ida@example.com\nSubject: " + other.number() + "\nMessage-ID: <" + ids.next()
                + "@example.com>\n\nHello";
        give(mail);
        assertThat(page()).contains("This answers " + other.number() + ", not this case. File it there?");
        assertThat(replies.of(told.id())).isEmpty();

        _click(_get(Button.class, spec -> spec.withText("File it there")));

        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(page()).contains("The reply is filed.");
        });
        assertThat(replies.of(told.id())).isEmpty();
        assertThat(replies.of(other.id())).hasSize(1);
    }

    @Test
    void a_closed_case_says_what_to_do_first() throws IOException {
        TestCase told = waiting();
        work.move(told.id(), CaseState.WAITING_FOR_CUSTOMER, CaseState.SOLVED);
        open(told);

        give(TestMails.answer("<nobody@example.com>", "Late"));

        assertThat(page()).contains("The case is closed. Reopen it, then file the reply.");
        assertThat(replies.of(told.id())).isEmpty();
    }

    @Test
    void a_broken_file_is_explained_and_leaves_nothing() throws IOException {
        TestCase told = waiting();
        open(told);

        give("%PDF-1.7 no mail at all");

        assertThat(page()).contains("This file cannot be read as a mail.");
        assertThat(replies.of(told.id())).isEmpty();
    }

    private TestCase waiting() {
        TestCase told = requests.told(cards.active(50_000));
        work.move(told.id(), CaseState.OPEN, CaseState.WAITING_FOR_CUSTOMER);
        return told;
    }

    private void open(TestCase of) {
        signIn("agent");
        UI.getCurrent().navigate("cases/" + of.number());
    }

    private static void give(String mail) throws IOException {
        Drops.give(_get(ReplyDrop.class), mail);
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
