package app.carddesk.backup;

import app.carddesk.backup.BackupCommands.Command;
import app.carddesk.evidence.store.EvidenceStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation that began with the first release, was used, and was upgraded to this one. */
final class FirstRelease {

    static final String NOTE = "Kerstin called from abroad";
    private static final String NOW = "timestamp with time zone '2026-03-01 10:00:00.123456+00'";
    private static final UUID AGENT = UUID.fromString("01900000-0000-7000-8000-000000000001");

    private FirstRelease() {}

    /** Makes the tables of the first release, fills them, upgrades them, and adds a proof with its contents. */
    static void upgraded(String... arguments) throws IOException {
        try (ConfigurableApplicationContext context =
                BackupCommands.application(Command.VERIFY, Clock.systemUTC()).run(arguments)) {
            Flyway flyway = context.getBean(Flyway.class);
            DataSource owner = flyway.getConfiguration().getDataSource();
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .target(MigrationVersion.fromVersion("8"))
                    .load()
                    .migrate();
            JdbcClient jdbc = JdbcClient.create(owner);
            fill(jdbc);
            flyway.migrate();
            proof(jdbc, context.getBean(EvidenceStore.class));
        }
    }

    private static void fill(JdbcClient jdbc) {
        run(
                jdbc,
                "insert into person (id, username, name, enabled, theme) values ('" + AGENT
                        + "', 'alva', 'Alva Lind', false, 'SYSTEM')");
        run(jdbc, "insert into person_role (person_id, role) values ('" + AGENT + "', 'AGENT')");
        account(jdbc, id(10), "ISSUER");
        account(jdbc, id(11), "SPENT");
        account(jdbc, id(12), "LINKED");
        card(jdbc, 1, "NOT_ACTIVATED", null, 0);
        card(jdbc, 2, "ACTIVE", null, 20_000);
        entry(jdbc, 1, id(10), id(2), 30_000, "ACTIVATION");
        entry(jdbc, 2, id(2), id(11), 10_000, "SPENDING");
        card(jdbc, 3, "LINKED", null, 0);
        entry(jdbc, 3, id(10), id(3), 5_000, "ACTIVATION");
        entry(jdbc, 4, id(3), id(12), 5_000, "LINKING");
        card(jdbc, 4, "VOIDED", "STOLEN", 0);
        customer(jdbc);
        for (int i = 0; i < 3; i++) {
            run(
                    jdbc,
                    "insert into audit_event (id, at, acted_by, act, subject_kind, subject_id, value_after) values ('"
                            + id(60 + i) + "', " + NOW + ", '" + AGENT + "', 'case.state', 'case', '" + id(30)
                            + "', 'OPEN')");
        }
    }

    private static void customer(JdbcClient jdbc) {
        run(
                jdbc,
                "insert into customer (id, name, name_key, email, email_key, language, created_at) values ('" + id(20)
                        + "', 'Kerstin Ek', 'kerstin ek', 'k@example.org', 'k@example.org', 'SV', " + NOW + ")");
        run(jdbc, "insert into case_counter (case_year, last_sequence) values (2026, 1)");
        run(
                jdbc,
                "insert into support_case (id, case_year, case_sequence, state, first_reported, card_id, serial,"
                        + " customer_id, opened_at, opened_by, changed_at) values ('" + id(30)
                        + "', 2026, 1, 'OPEN', date '2026-02-28', '" + id(2) + "', 'GCA00002', '" + id(20) + "', " + NOW
                        + ", '"
                        + AGENT + "', " + NOW + ")");
        run(
                jdbc,
                "insert into case_timeline (id, case_id, kind, note, by_person, at_time) values ('" + id(40) + "', '"
                        + id(30) + "', 'note', '" + NOTE + "', '" + AGENT + "', " + NOW + ")");
        run(
                jdbc,
                "insert into replacement_request (id, request_number, case_id, case_number, card_id, serial,"
                        + " customer_id, kind, rule, outcome, unit, amount, flags, state, requested_by, requested_at, changed_at,"
                        + " version, live_card, live_case) values ('" + id(50) + "', 'R-2026-1', '" + id(30)
                        + "', '2026-1', '"
                        + id(2) + "', 'GCA00002', '" + id(20)
                        + "', 'REPLACEMENT', 'SECTION_8', 'REPLACE', 'DKK', 20000, '',"
                        + " 'PENDING', '" + AGENT + "', " + NOW + ", " + NOW + ", 0, '" + id(2) + "', '" + id(30)
                        + "')");
    }

    private static void account(JdbcClient jdbc, UUID id, String kind) {
        run(
                jdbc,
                "insert into ledger_account (id, unit, kind, system_key) values ('" + id + "', 'DKK', '" + kind + "', '"
                        + kind + ":DKK')");
    }

    private static void card(JdbcClient jdbc, int number, String state, String reason, long balance) {
        String serial = "GCA0000" + number;
        run(
                jdbc,
                "insert into card (id, serial, serial_folded, kind, form, region, unit, state, void_reason,"
                        + " activated_at, face_value) values ('" + id(number) + "', '" + serial + "', '" + serial
                        + "', 'APPLE_GIFT_CARD', 'PHYSICAL', 'DK', 'DKK', '" + state + "', "
                        + (reason == null ? "null" : "'" + reason + "'") + ", "
                        + (state.equals("ACTIVE") || state.equals("LINKED") ? NOW : "null") + ", 30000)");
        run(
                jdbc,
                "insert into ledger_account (id, unit, kind, card_id, balance) values ('" + id(number)
                        + "', 'DKK', 'CARD', '" + id(number) + "', " + balance + ")");
    }

    private static void entry(JdbcClient jdbc, int number, UUID debit, UUID credit, long amount, String kind) {
        run(
                jdbc,
                "insert into ledger_entry (id, at, booked_at, debit, credit, unit, amount, kind, actor) values ('"
                        + id(100 + number) + "', " + NOW + ", " + NOW + ", '" + debit + "', '" + credit + "', 'DKK', "
                        + amount
                        + ", '" + kind + "', '" + AGENT + "')");
    }

    private static void proof(JdbcClient jdbc, EvidenceStore store) throws IOException {
        String copy = content(jdbc, store, "a drawn copy of a picture");
        String thumbnail = content(jdbc, store, "its thumbnail");
        run(
                jdbc,
                "insert into proof (id, owner, kind, state, file_name, width, height, bytes, sha256,"
                        + " added_at, added_by, version, pages) values ('" + id(70) + "', '" + id(30)
                        + "', 'FRONT', 'NEW', 'a.jpg', 30, 20, 20, 'x', " + NOW + ", '" + AGENT + "', 0, 1)");
        run(
                jdbc,
                "insert into proof_page (proof, page, width, height, copy, thumbnail) values ('" + id(70)
                        + "', 1, 30, 20, '" + copy + "', '" + thumbnail + "')");
        run(
                jdbc,
                "insert into reuse_page (proof, page, state, attempts, next_at, fingerprint) values ('" + id(70)
                        + "', 1, 'DONE', 0, " + NOW + ", null)");
    }

    private static String content(JdbcClient jdbc, EvidenceStore store, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String address = store.put(bytes);
        run(
                jdbc,
                "insert into evidence_object (address, bytes, sealed_with, stored_at) values ('" + address + "', "
                        + bytes.length + ", '" + store.keyId() + "', " + NOW + ")");
        return address;
    }

    private static UUID id(int number) {
        return UUID.fromString("01900000-0000-7000-8000-%012d".formatted(1000 + number));
    }

    private static void run(JdbcClient jdbc, String sql) {
        jdbc.sql(sql).update();
    }
}
