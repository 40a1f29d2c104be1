package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.evidence.Proof.State;
import app.carddesk.evidence.ProofSummary.Standing;
import app.carddesk.evidence.pictures.FileType;
import app.carddesk.shared.ProofKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProofSummaryTest {

    private static final String SERIAL = "GCA0SUMMARY00001";

    private static final List<ProofKind> NEEDED =
            List.of(ProofKind.FRONT, ProofKind.BACK, ProofKind.RECEIPT, ProofKind.SERIAL);

    @Test
    void nothing_given_is_missing() {
        assertThat(ProofSummary.of(List.of(), NEEDED).all().values()).hasSize(4).containsOnly(Standing.MISSING);
    }

    @Test
    void the_best_of_a_kind_counts() {
        ProofSummary summary = ProofSummary.of(
                List.of(
                        proof(ProofKind.FRONT, State.ACCEPTED, false),
                        proof(ProofKind.FRONT, State.REFUSED, false),
                        proof(ProofKind.BACK, State.REFUSED, false),
                        proof(ProofKind.BACK, State.NEW, false),
                        proof(ProofKind.RECEIPT, State.UNOBTAINABLE, false),
                        proof(ProofKind.RECEIPT, State.NEW, false)),
                NEEDED);
        assertThat(summary.of(ProofKind.FRONT)).isEqualTo(Standing.ACCEPTED);
        assertThat(summary.of(ProofKind.BACK)).isEqualTo(Standing.WAITING);
        assertThat(summary.of(ProofKind.RECEIPT)).isEqualTo(Standing.UNOBTAINABLE);
    }

    @Test
    void the_serial_number_is_seen_on_any_accepted_picture() {
        assertThat(ProofSummary.of(List.of(proof(ProofKind.OTHER, State.ACCEPTED, true)), NEEDED)
                        .of(ProofKind.SERIAL))
                .isEqualTo(Standing.ACCEPTED);
        assertThat(ProofSummary.of(List.of(proof(ProofKind.BACK, State.ACCEPTED, false)), NEEDED)
                        .of(ProofKind.SERIAL))
                .isEqualTo(Standing.MISSING);
        assertThat(ProofSummary.of(List.of(proof(ProofKind.SERIAL, State.UNOBTAINABLE, false)), NEEDED)
                        .of(ProofKind.SERIAL))
                .isEqualTo(Standing.UNOBTAINABLE);
    }

    @Test
    void what_is_not_needed_is_left_out() {
        assertThat(ProofSummary.of(List.of(proof(ProofKind.EMAIL, State.ACCEPTED, false)), NEEDED)
                        .all())
                .doesNotContainKey(ProofKind.EMAIL);
    }

    private static Proof proof(ProofKind kind, State state, boolean serialSeen) {
        UUID someone = UUID.randomUUID();
        return new Proof(
                UUID.randomUUID(),
                someone,
                kind,
                state,
                FileType.JPEG,
                "a.jpg",
                1,
                10,
                10,
                SERIAL,
                null,
                serialSeen ? new Proof.SerialSeen(SERIAL, someone, Instant.EPOCH) : null,
                null,
                Instant.EPOCH,
                someone,
                Proof.CameBy.DESK,
                someone,
                false,
                null,
                0);
    }
}
