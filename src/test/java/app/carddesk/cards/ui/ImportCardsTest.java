package app.carddesk.cards.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.carddesk.KaribuTest;
import app.carddesk.cards.CardImports;
import app.carddesk.cards.CardImports.Receiving;
import app.carddesk.cards.ImportRun;
import app.carddesk.cards.TestCards;
import app.carddesk.shared.ui.CsvCells;
import com.github.mvysny.kaributesting.v10.MockAccessDeniedException;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator imports cards. */
class ImportCardsTest extends KaribuTest {

    @Autowired
    CardImports imports;

    @Test
    void the_page_says_what_a_file_looks_like() {
        open();

        assertThat(_find(Upload.class)).hasSize(1);
        assertThat(_get(ImportHelp.class).getElement().getTextRecursively())
                .contains("redemption_code", "never shown again", "activated_at", "2024-05-02");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Card import · Carddesk");
    }

    @Test
    void an_import_is_listed_with_what_came_of_it() throws Exception {
        open();
        String name = TestCards.letters(12) + ".csv";
        take(
                name,
                "serial,kind,form,region,state,face_value\n"
                        + TestCards.serial("GCA") + ",APPLE_STORE,PHYSICAL,DK,NOT_ACTIVATED,100\n"
                        + TestCards.serial("GCA") + ",APPLE_STORE,PHYSICAL,DK,NOT_ACTIVATED,nothing\n");
        UI.getCurrent().navigate(ImportView.class);

        assertThat(row(name).getElement().getTextRecursively())
                .contains("Done", "Cards", "1 taken, 1 refused", "Asta Krogh");
        assertThat(_find(row(name), Anchor.class))
                .singleElement()
                .satisfies(anchor -> assertThat(anchor.getText()).isEqualTo("Download refused rows"));
    }

    @Test
    void the_list_of_refused_rows_tells_line_and_reason_and_no_code() throws Exception {
        open();
        String code = "X" + TestCards.letters(15);
        ImportRun run = take(
                "stock.csv",
                "serial,redemption_code,kind,form,region\n"
                        + TestCards.serial("GCA") + "," + code + ",=HYPERLINK(1),PHYSICAL,DK\n"
                        + TestCards.serial("GCA") + "," + code + "Y,APPLE_STORE,PHYSICAL,DK\n");
        StringWriter file = new StringWriter();
        new RefusalDownload(run.id(), imports).write(file);

        assertThat(file.toString().lines().map(line -> line.replace("\uFEFF", "")))
                .containsExactly(
                        "line;reason code;reason;column;cell",
                        "2;UNKNOWN_VALUE;This value is not one of those known;kind;'=HYPERLINK(1)",
                        "3;NOT_A_CODE;Not a redemption code: 16 characters beginning with X;redemption_code;");
        assertThat(file.toString()).doesNotContain(code);
    }

    @Test
    void a_spreadsheet_takes_no_cell_for_a_formula() {
        for (String start : new String[] {"=", "+", "-", "@", "\t", "\r"}) {
            assertThat(CsvCells.harmless(start + "1")).isEqualTo("'" + start + "1");
        }
        assertThat(CsvCells.harmless("1-1")).isEqualTo("1-1");
    }

    @Test
    void the_page_is_for_administrators() {
        for (String username : new String[] {"agent", "supervisor"}) {
            signIn(username);
            assertThatThrownBy(() -> UI.getCurrent().navigate("admin/cards"))
                    .isInstanceOf(MockAccessDeniedException.class);
            assertThat(_find(ImportView.class)).isEmpty();
        }
    }

    private void open() {
        signIn("admin");
        UI.getCurrent().navigate(ImportView.class);
    }

    private static ImportRunRow row(String name) {
        return _find(ImportRunRow.class).stream()
                .filter(row -> row.getElement().getTextRecursively().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private ImportRun take(String name, String content) throws Exception {
        Receiving came = imports.receive(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> imports.find(((Receiving.Received) came).run()).orElseThrow(),
                        run -> run.state().isOver());
    }
}
