package app.carddesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseWork;
import app.carddesk.evidence.DrawnPictures;
import app.carddesk.evidence.Intake;
import app.carddesk.evidence.Proofs;
import app.carddesk.shared.ProofKind;
import com.vaadin.flow.component.UI;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Opening a case: reading it, and the whole page on the server side. */
@Bench
class CaseBench extends KaribuTest {

    private static final int PROOFS = 10;
    private static final int LINES = 50;
    private static final int WARM_UP = 150;
    private static final int ROUNDS = 60;

    @Autowired
    private CaseWork work;

    @Autowired
    private CaseFile file;

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestCards cards;

    @Test
    void open_case() {
        signIn("agent");
        CaseNumber small = filled(1, 4);
        CaseNumber number = filled(PROOFS, LINES);
        CaseContents contents = file.read(number).orElseThrow();
        assertThat(contents.dossier().proofs()).hasSize(PROOFS);
        assertThat(contents.timeline()).hasSize(LINES);

        measure("reading a case", () -> file.read(number), () -> file.read(small));
        measure(
                "the case page",
                () -> UI.getCurrent().navigate("cases/" + number),
                () -> UI.getCurrent().navigate("cases/" + small));
    }

    private CaseNumber filled(int pictures, int lines) {
        CaseNumber number = work.open(cards.active(30_000).serial());
        UUID id = file.find(number).orElseThrow().id();
        for (int i = 0; i < pictures; i++) {
            byte[] picture = DrawnPictures.jpeg(300 + i, 200);
            assertThat(proofs.receive(id, kind(i), "p" + i + ".jpg", new ByteArrayInputStream(picture)))
                    .isInstanceOf(Intake.Taken.class);
        }
        int told = file.read(number).orElseThrow().timeline().size();
        for (int i = told; i < lines; i++) {
            work.note(id, "The customer called again, for the time " + i);
        }
        return number;
    }

    private static ProofKind kind(int i) {
        return switch (i % 4) {
            case 0 -> ProofKind.FRONT;
            case 1 -> ProofKind.BACK;
            case 2 -> ProofKind.RECEIPT;
            default -> ProofKind.OTHER;
        };
    }

    private static void elsewhere() {
        UI.getCurrent().navigate("");
    }

    private static void measure(String what, Runnable large, Runnable small) {
        for (int i = 0; i < WARM_UP; i++) {
            elsewhere();
            large.run();
        }
        long[] used = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            elsewhere();
            long start = Figures.cpu();
            large.run();
            used[i] = Figures.cpu() - start;
        }
        elsewhere();
        int statements = Statements.of(large).count();
        elsewhere();
        int fewest = Statements.of(small).count();
        Figures.add(
                String.format(
                        Locale.ROOT,
                        "%s, %d proofs, %d lines (%d statements; 1 and 4: %d)",
                        what,
                        PROOFS,
                        LINES,
                        statements,
                        fewest),
                Figures.milliseconds(Figures.median(used)) + " cpu");
    }
}
