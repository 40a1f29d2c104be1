package app.carddesk.cases;

import app.carddesk.cases.CaseField.Column;
import app.carddesk.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of cases. Every write compares before it sets, so that nobody overwrites what they have not seen. */
@Repository
class CaseStore {

    private static final String SELECT = """
            select c.id, c.case_year, c.case_sequence, c.state, c.problem, c.tried_at, c.tried_in, c.account_region,
                   c.active_membership, c.first_reported, c.linked_account, c.risk_passed, c.purchase_date,
                   c.purchase_country, c.retailer, c.purchase_amount, c.purchase_currency, c.receipt_number, c.card_id, c.serial,
                   c.customer_id, c.assignee, c.call_back, c.opened_at, c.opened_by,
                   u.name as customer_name, u.email as customer_email, u.phone as customer_phone,
                   u.language as customer_language, u.created_at as customer_since
              from support_case c left join customer u on u.id = c.customer_id
            """;

    private static final String NOT_CLOSED = " and state not in ('SOLVED', 'CLOSED_WITHOUT_SOLUTION')";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<CaseRecord> find(CaseNumber number) {
        return jdbc.sql(SELECT + " where c.case_year = :year and c.case_sequence = :sequence")
                .param("year", number.year())
                .param("sequence", number.sequence())
                .query((row, index) -> read(row))
                .optional();
    }

    Optional<CaseRecord> find(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    CaseRecord get(UUID id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("No case " + id));
    }

    /** Holds a case until the transaction ends; false if there is none. */
    boolean hold(UUID id) {
        return jdbc.sql("select id from support_case where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Marks a case as worked on and holds its row until the transaction ends; false if it is closed. */
    boolean touch(UUID id) {
        return jdbc.sql("update support_case set changed_at = :now where id = :id" + NOT_CLOSED)
                        .param("now", Columns.time(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Sets a field of the case itself; false if the case is closed or the field no longer holds {@code base}. */
    <T> boolean set(UUID id, CaseField<T> field, @Nullable T base, @Nullable T value) {
        JdbcClient.StatementSpec statement = jdbc.sql("update support_case set changed_at = :now, " + assignments(field)
                        + " where id = :id and " + comparisons(field) + NOT_CLOSED)
                .param("now", Columns.time(clock.instant()))
                .param("id", id);
        return bind(statement, field, base, value).update() == 1;
    }

    /** Changes the card; false if the case is closed or meanwhile about another serial. */
    boolean setCard(UUID id, @Nullable String base, @Nullable UUID card, @Nullable String serial) {
        return jdbc.sql("update support_case set changed_at = :now, card_id = cast(:card as uuid), serial ="
                                + " cast(:serial as varchar) where id = :id and serial is not distinct from cast(:base"
                                + " as varchar)" + NOT_CLOSED)
                        .param("now", Columns.time(clock.instant()))
                        .param("card", card)
                        .param("serial", serial)
                        .param("id", id)
                        .param("base", base)
                        .update()
                == 1;
    }

    /** Changes the customer; false if the case is closed or meanwhile somebody else's. */
    boolean setCustomer(UUID id, @Nullable UUID base, UUID customer, UUID by) {
        return jdbc.sql("update support_case set changed_at = :now, customer_id = :customer, customer_by = :by,"
                                + " customer_at = :now where id = :id and"
                                + " customer_id is not distinct from cast(:base as uuid)" + NOT_CLOSED)
                        .param("now", Columns.time(clock.instant()))
                        .param("customer", customer)
                        .param("by", by)
                        .param("id", id)
                        .param("base", base)
                        .update()
                == 1;
    }

    /** Remembers that a case was taken from a customer with another e-mail; the first such one stays named. */
    void readdressed(UUID id, UUID from) {
        jdbc.sql("update support_case set readdressed_from = coalesce(readdressed_from, :from), readdressed_at = :now"
                        + " where id = :id")
                .param("from", from)
                .param("now", Columns.time(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Moves a case; false if it is no longer in the state {@code from}. */
    boolean setState(UUID id, CaseState from, CaseState to) {
        return jdbc.sql("update support_case set changed_at = :now, state = :to where id = :id and state = :from")
                        .param("now", Columns.time(clock.instant()))
                        .param("to", to.name())
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    static String assignments(CaseField<?> field) {
        return field.columns().stream()
                .map(column -> "%1$s = cast(:value_%1$s as %2$s)".formatted(column.name(), column.type()))
                .collect(Collectors.joining(", "));
    }

    static String comparisons(CaseField<?> field) {
        return field.columns().stream()
                .map(column ->
                        "%1$s is not distinct from cast(:base_%1$s as %2$s)".formatted(column.name(), column.type()))
                .collect(Collectors.joining(" and "));
    }

    static <T> JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, CaseField<T> field, @Nullable T base, @Nullable T value) {
        JdbcClient.StatementSpec bound = statement;
        for (Column<T> column : field.columns()) {
            bound = bound.param("value_" + column.name(), column.of(value))
                    .param("base_" + column.name(), column.of(base));
        }
        return bound;
    }

    private static CaseRecord read(ResultSet row) throws SQLException {
        return new CaseRecord(
                Rows.uuid(row, "id"),
                new CaseNumber(row.getInt("case_year"), row.getInt("case_sequence")),
                CaseState.valueOf(row.getString("state")),
                CaseValues.read(Rows.reader(row)),
                row.getObject("card_id", UUID.class),
                row.getString("serial"),
                row.getObject("customer_id", UUID.class),
                Columns.optionalInstant(row, "customer_since"),
                Columns.instant(row, "opened_at"),
                Rows.uuid(row, "opened_by"));
    }
}
