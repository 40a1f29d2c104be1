package app.carddesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.OwnerDatabase;
import app.carddesk.startup.CannotStartException;
import app.carddesk.startup.TestSecrets;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key of the audit trail is changed: what was written stays as it is, and is verified with the key it has. */
@CarddeskTest
@Tag("database")
class TrailKeysTest {

    private static final String SCHEMA = "trail_keys";
    private static final Map<String, String> OLD = Map.of("CARDDESK_KEY_AUDIT", key(5));
    private static final Map<String, String> BOTH =
            Map.of("CARDDESK_KEY_AUDIT", key(6), "CARDDESK_KEY_AUDIT_OLD", key(5));
    private static final Map<String, String> NEW = Map.of("CARDDESK_KEY_AUDIT", key(6));

    @TempDir
    Path folder;

    @Autowired
    private OwnerDatabase owner;

    @Autowired
    private List<JavaMigration> migrations;

    private HikariDataSource source;
    private JdbcClient jdbc;

    @BeforeEach
    void anEmptyTrail() {
        owner.jdbc().sql("drop schema if exists " + SCHEMA + " cascade").update();
        owner.jdbc().sql("create schema " + SCHEMA).update();
        source = owner.pool(SCHEMA);
        jdbc = JdbcClient.create(source);
        Flyway.configure()
                .dataSource(source)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations("classpath:db/migration")
                .javaMigrations(migrations.toArray(JavaMigration[]::new))
                .load()
                .migrate();
    }

    @AfterEach
    void away() {
        source.close();
        owner.jdbc().sql("drop schema " + SCHEMA + " cascade").update();
    }

    @Test
    void a_chain_goes_on_under_the_new_key_and_both_parts_are_verified() {
        UUID subject = UUID.randomUUID();
        write(OLD, subject);
        write(OLD, subject);
        write(BOTH, subject);

        assertThat(findings(BOTH)).isEmpty();
        assertThat(findings(NEW)).extracting(Finding::kind).contains(Finding.Kind.EVENT_CHANGED);
        assertThatCode(() -> start(NEW)).doesNotThrowAnyException();
    }

    @Test
    void a_change_of_what_the_old_key_hashed_is_still_found() {
        UUID subject = UUID.randomUUID();
        write(OLD, subject);
        write(BOTH, subject);

        jdbc.sql("update audit_event set value_after = 'another' where seq = 1").update();

        assertThat(findings(BOTH))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.EVENT_CHANGED));
    }

    @Test
    void a_start_with_a_key_the_trail_was_never_written_with_is_refused() {
        assertThatCode(() -> start(NEW)).doesNotThrowAnyException();
        write(OLD, UUID.randomUUID());

        assertThatThrownBy(() -> start(NEW)).isInstanceOfSatisfying(CannotStartException.class, refusal -> {
            assertThat(refusal.what()).contains("\"audit\"");
            assertThat(refusal.action()).contains("CARDDESK_KEY_AUDIT_OLD");
        });
        assertThatCode(() -> start(BOTH)).doesNotThrowAnyException();
    }

    private void start(Map<String, String> environment) {
        new TrailKeys(new ChainRows(jdbc), form(environment)).afterSingletonsInstantiated();
    }

    private List<Finding> findings(Map<String, String> environment) {
        Verifier.Tally tally = new Verifier.Tally();
        new StreamVerifier(new ChainRows(jdbc), new EndRows(jdbc), form(environment)).verify(tally, () -> true);
        return tally.findings.named();
    }

    private void write(Map<String, String> environment, UUID subject) {
        ChainForm form = form(environment);
        ChainRows rows = new ChainRows(jdbc);
        Head head = rows.lock("card:" + subject, Instant.now());
        ChainedEvent event = new ChainedEvent(
                head.stream(),
                head.sequence() + 1,
                ChainForm.FORM,
                head.hash(),
                new byte[0],
                UUID.randomUUID(),
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(head.sequence()),
                null,
                null,
                "card.changed",
                "card",
                subject,
                null,
                "ACTIVE",
                null,
                null);
        ChainedEvent whole = event.sealedWith(form.hash(event));
        rows.add(whole);
        rows.move(new Head(whole.stream(), whole.sequence(), whole.hash()), Instant.now());
    }

    private ChainForm form(Map<String, String> environment) {
        return new ChainForm(TestSecrets.of(folder, environment));
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
