package app.carddesk.audit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.KaribuTest;
import app.carddesk.SignIn;
import app.carddesk.access.People;
import app.carddesk.audit.AuditLine;
import app.carddesk.audit.AuditLog;
import app.carddesk.audit.AuditQuery;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseWork;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator reads the audit trail. */
class ReadAuditTrailTest extends KaribuTest {

    @Autowired
    private SignIn signIn;

    @Autowired
    private CaseWork work;

    @Autowired
    private CaseEditing editing;

    @Autowired
    private CaseFile file;

    @Autowired
    private AuditLog log;

    @Autowired
    private People people;

    @Autowired
    private TestCards cards;

    private CaseNumber number;

    @Test
    void a_case_is_found_by_its_number_and_an_act_by_its_beginning() {
        open();

        assertThat(shown()).extracting(AuditLine::act).contains("customer.changed", "case.noted", "case.opened");
        act().setValue("case.n");
        assertThat(shown()).extracting(AuditLine::act).containsExactly("case.noted");
        act().setValue("no such act");
        assertThat(shown()).isEmpty();
        assertThat(_get(AuditGrid.class).getEmptyStateComponent().getElement().getTextRecursively())
                .contains("No event matches");
    }

    @Test
    void an_event_shows_everything_but_what_is_personal_until_that_is_asked_for() {
        open();
        act().setValue("customer.changed");
        _click((Button) GridKt._getCellComponent(_get(AuditGrid.class), 0, "when"));
        AuditDetails details = _get(AuditDetails.class);
        assertThat(details.getElement().getTextRecursively())
                .contains("Alva Lind", "customer_name", "case:")
                .doesNotContain("Gunnel Askeby");

        _click(_get(details, Button.class, spec -> spec.withText("Reveal personal values")));

        assertThat(details.getElement().getTextRecursively()).contains("Gunnel Askeby");
        assertThat(log.page(new AuditQuery(null, "audit.revealed", "", null, null), null, 1))
                .singleElement()
                .satisfies(line -> assertThat(people.name(line.actor())).isEqualTo("Asta Krogh"));
    }

    @Test
    void the_copy_holds_what_is_on_the_screen_and_no_formula_and_is_told() throws Exception {
        open();
        StringWriter copy = new StringWriter();
        new AuditExport(log, people, () -> new AuditQuery(null, "", number.toString(), null, null)).write(copy);

        List<String> lines = copy.toString().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("\uFEFFtime (UTC);person;from;act;subject;identifier;before;after;why;"
                        + "personal values;chain;place;hash;event");
        assertThat(lines).hasSize(1 + shown().size());
        assertThat(copy.toString()).contains("case.noted", ";sealed;").doesNotContain("Gunnel", "call back");
        assertThat(log.page(new AuditQuery(null, "audit.exported", "", null, null), null, 1))
                .hasSize(1);
    }

    @Test
    void a_verification_is_started_and_its_result_shown() {
        open();
        _click(_get(Button.class, spec -> spec.withText("Verify")));
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            UI.getCurrent().navigate("");
            UI.getCurrent().navigate("admin/audit");
            return !panel().contains("Running");
        });

        assertThat(panel()).contains("Sound", "asked for by Asta Krogh", "anchors in the database");
    }

    @Test
    void any_part_of_the_list_is_read_from_the_nearest_known_place() {
        List<AuditLine> all =
                IntStream.range(0, 230).mapToObj(ReadAuditTrailTest::line).toList();
        List<Integer> read = new ArrayList<>();
        KeysetPages pages = new KeysetPages((after, limit) -> {
            read.add(limit);
            int from = after == null ? 0 : (int) after.id().getLeastSignificantBits() + 1;
            return all.subList(from, Math.min(all.size(), from + limit));
        });

        assertThat(pages.page(0, 50)).isEqualTo(all.subList(0, 50));
        assertThat(pages.page(50, 50)).isEqualTo(all.subList(50, 100));
        assertThat(pages.page(200, 50)).isEqualTo(all.subList(200, 230));
        assertThat(pages.page(120, 50)).isEqualTo(all.subList(120, 170));
        assertThat(pages.page(500, 50)).isEmpty();
        assertThat(read).containsExactly(50, 50, 150, 70, 320);
    }

    private static AuditLine line(int place) {
        return new AuditLine(
                new UUID(0, place),
                Instant.EPOCH,
                null,
                null,
                "test.act",
                "test",
                new UUID(0, place),
                null,
                null,
                null,
                false,
                "test",
                place,
                "");
    }

    /** A case with a customer and a note, looked for on the page. */
    private void open() {
        signIn.as("agent");
        number = work.open(cards.active(20_000).serial());
        UUID id = file.find(number).orElseThrow().id();
        work.note(id, "=HYPERLINK(1) she will call back");
        editing.change(id, CaseField.CUSTOMER_NAME, null, "Gunnel Askeby");
        signIn("admin");
        UI.getCurrent().navigate("admin/audit");
        _get(TextField.class, spec -> spec.withLabel("Subject")).setValue(number.toString());
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> act() {
        return _get(ComboBox.class, spec -> spec.withLabel("Act"));
    }

    private static String panel() {
        return _get(VerificationPanel.class).getElement().getTextRecursively();
    }

    private static List<AuditLine> shown() {
        AuditGrid grid = _get(AuditGrid.class);
        return GridKt._findAll(grid);
    }
}
