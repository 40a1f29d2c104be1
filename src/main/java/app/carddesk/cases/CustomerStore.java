package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of customers; their keys are unique in the database, so two people cannot make the same customer twice. */
@Repository
class CustomerStore {

    static final String SELECT = "select id, name, email, phone, language, created_at from customer";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final PersonalValues personal;
    private final ContactMarks contacts;
    private final CurrentPerson person;

    CustomerStore(
            JdbcClient jdbc,
            Ids ids,
            Clock clock,
            PersonalValues personal,
            ContactMarks contacts,
            CurrentPerson person) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.personal = personal;
        this.contacts = contacts;
        this.person = person;
    }

    Optional<Customer> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    /** The customer known by an e-mail address or phone number; none for any other field. */
    Optional<Customer> knownBy(Object value) {
        return switch (value) {
            case EmailAddress email ->
                jdbc.sql(SELECT + " where email_key = :key")
                        .param("key", email.key())
                        .query((row, index) -> read(row))
                        .optional();
            case PhoneNumber phone ->
                jdbc.sql(SELECT + " where phone = :key")
                        .param("key", phone.e164())
                        .query((row, index) -> read(row))
                        .optional();
            default -> Optional.empty();
        };
    }

    /**
     * The customer known by this value, made if there is none. Two at the same time get the same one: the second waits
     * for the first and then finds it.
     */
    <T> Customer knownByOrNew(CaseField<T> field, T value) {
        Optional<Customer> known = knownBy(value);
        if (known.isPresent()) {
            return known.get();
        }
        UUID id = ids.next();
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (CaseField.Column<T> column : field.columns()) {
            names.append(", ").append(column.name());
            values.append(", :").append(column.name());
        }
        boolean email = field == CaseField.CUSTOMER_EMAIL;
        JdbcClient.StatementSpec insert = jdbc.sql("insert into customer (id, created_at, email_by, email_at" + names
                        + ") values (:id, :now, cast(:by as uuid), cast(:at as timestamp with time zone)" + values
                        + ") on conflict do nothing")
                .param("id", id)
                .param("now", Columns.time(clock.instant()))
                .param("by", email ? person.id() : null)
                .param("at", email ? Columns.time(clock.instant()) : null);
        for (CaseField.Column<T> column : field.columns()) {
            insert = insert.param(column.name(), column.of(value));
        }
        if (insert.update() == 1) {
            personal.prepare(id);
        }
        contacts.remember(id, value);
        return find(id).or(() -> knownBy(value)).orElseThrow();
    }

    /** Sets a field of a customer; false if it no longer holds {@code base}. */
    <T> boolean set(UUID customer, CaseField<T> field, @Nullable T base, @Nullable T value) {
        boolean email = field == CaseField.CUSTOMER_EMAIL;
        boolean contact = email || field == CaseField.CUSTOMER_PHONE;
        JdbcClient.StatementSpec statement = jdbc.sql("update customer set " + CaseStore.assignments(field)
                        + (contact ? ", contact_version = contact_version + 1" : "")
                        + (email ? ", email_by = :by, email_at = :at" : "") + " where id = :id and "
                        + CaseStore.comparisons(field))
                .param("id", customer);
        if (email) {
            statement = statement.param("by", person.id()).param("at", Columns.time(clock.instant()));
        }
        boolean set = CaseStore.bind(statement, field, base, value).update() == 1;
        if (set) {
            contacts.remember(customer, value);
        }
        return set;
    }

    /** Removes a record that nobody can be found by any more: without e-mail, phone and cases. Says whether it did. */
    boolean removeIfAbandoned(UUID customer) {
        contacts.forgetAbandoned(customer);
        return jdbc.sql("""
                delete from customer where id = :id and email is null and phone is null
                   and not exists (select 1 from support_case c where c.customer_id = :id)
                """).param("id", customer).update() == 1;
    }

    static Customer read(ResultSet row) throws SQLException {
        String email = row.getString("email");
        String phone = row.getString("phone");
        String language = row.getString("language");
        return new Customer(
                Rows.uuid(row, "id"),
                row.getString("name"),
                email == null ? null : new EmailAddress(email),
                phone == null ? null : new PhoneNumber(phone),
                language == null ? null : Language.valueOf(language),
                Columns.instant(row, "created_at"));
    }
}
