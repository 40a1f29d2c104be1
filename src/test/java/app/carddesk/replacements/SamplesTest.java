package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.OwnerDatabase;
import app.carddesk.SignIn;
import app.carddesk.cards.TestCards;
import app.carddesk.replacements.TestRequests.TestCase;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is drawn to be looked at is looked at by somebody else, who says so. */
@CarddeskTest
@Tag("database")
class SamplesTest {

    @Autowired
    private Samples samples;

    @Autowired
    private ReviewQueue queue;

    @Autowired
    private Replacements replacements;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OwnerDatabase owner;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void what_was_looked_at_leaves_the_list_and_says_by_whom_and_what_they_found() {
        UUID drawn = issued("agent", true);
        UUID other = issued("agent", true);
        signIn.as("supervisor");
        int before = samples.countToLookAt();
        assertThat(toLookAt()).contains(drawn, other);

        assertThat(samples.lookedAt(drawn, "The receipt is fine.")).isEmpty();

        assertThat(samples.countToLookAt()).isEqualTo(before - 1);
        assertThat(toLookAt()).contains(other).doesNotContain(drawn);
        assertThat(row(drawn).look()).satisfies(look -> {
            assertThat(look.by()).isEqualTo(person("supervisor"));
            assertThat(look.words()).isEqualTo("The receipt is fine.");
        });
        assertThat(row(other).look()).isNull();
        assertThat(jdbc.sql("select acted_by from audit_event where act = 'request.lookedAt' and subject_id = :id")
                        .param("id", drawn)
                        .query(UUID.class)
                        .list())
                .containsExactly(person("supervisor"));
    }

    @Test
    void words_are_not_needed_and_no_redemption_code_is_among_them() {
        UUID drawn = issued("agent", true);
        signIn.as("supervisor");

        assertThat(samples.lookedAt(drawn, "Sent XABC7DEFGHJ2KLMN again")).get().isInstanceOf(Refusal.UnfitWords.class);
        assertThat(toLookAt()).contains(drawn);
        assertThat(samples.lookedAt(drawn, " ")).isEmpty();

        assertThat(row(drawn).look().words()).isNull();
    }

    @Test
    void nobody_looks_at_what_they_issued_themselves() {
        UUID drawn = issued("supervisor", true);
        signIn.as("supervisor");
        int mine = samples.countToLookAt();

        assertThat(samples.lookedAt(drawn, "All is well.")).contains(new Refusal.OwnRequest());
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into replacement_look (id, replacement_id, requested_by, looked_by, looked_at)
                                select :id, p.id, p.requested_by, p.requested_by, current_timestamp from replacement p
                                 where p.request_id = :request""")
                        .param("id", UUID.randomUUID())
                        .param("request", drawn)
                        .update())
                .isInstanceOf(DataAccessException.class);

        assertThat(toLookAt()).contains(drawn);
        signIn.as("admin");
        assertThat(samples.countToLookAt()).isGreaterThan(0);
        assertThat(samples.lookedAt(drawn, "")).isEmpty();
        signIn.as("supervisor");
        assertThat(samples.countToLookAt()).isEqualTo(mine);
    }

    @Test
    void only_the_first_look_is_kept_and_never_changed() {
        UUID drawn = issued("agent", true);
        signIn.as("admin");
        assertThat(samples.lookedAt(drawn, "")).isEmpty();
        signIn.as("supervisor");

        assertThat(samples.lookedAt(drawn, "Me, too.")).contains(new Refusal.LookedAtBefore());

        assertThat(row(drawn).look().by()).isEqualTo(person("admin"));
        assertThatThrownBy(() -> jdbc.sql("update replacement_look set looked_at = current_timestamp")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_was_not_drawn_needs_no_look() {
        UUID plain = issued("agent", false);
        signIn.as("supervisor");

        assertThat(toLookAt()).doesNotContain(plain);
        assertThatThrownBy(() -> samples.lookedAt(plain, "")).isInstanceOf(NoSuchElementException.class);
    }

    /** The request of what somebody issued within their limit. */
    private UUID issued(String by, boolean sampled) {
        TestCase due = requests.due(100);
        cards.stock(due.card(), 1);
        signIn.as(by);
        Handled handled =
                replacements.request(due.confirmed(), UUID.randomUUID().toString());
        assertThat(handled).isInstanceOf(Handled.Done.class);
        Handled.Done done = (Handled.Done) handled;
        assertThat(done.reached()).isEqualTo(RequestState.ISSUED);
        // No lot is drawn twice: the application itself may not change what was issued.
        owner.jdbc()
                .sql("update replacement set sampled = :sampled where request_id = :id")
                .param("sampled", sampled)
                .param("id", done.request().id())
                .update();
        return done.request().id();
    }

    private List<UUID> toLookAt() {
        return queue.toLookAt(0, 1000).stream().map(ReviewQueue.IssuedAlone::id).toList();
    }

    private ReviewQueue.IssuedAlone row(UUID request) {
        return queue.issuedWithinLimit(0, 100).stream()
                .filter(row -> row.id().equals(request))
                .findFirst()
                .orElseThrow();
    }

    private UUID person(String username) {
        return jdbc.sql("select id from person where username = :name")
                .param("name", username)
                .query(UUID.class)
                .single();
    }
}
