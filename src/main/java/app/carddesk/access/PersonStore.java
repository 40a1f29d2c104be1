package app.carddesk.access;

import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import app.carddesk.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of people and their roles. */
@Repository
@KeepsFreeText({"person.username", "person.name", "person.email"})
class PersonStore {

    private static final String SELECT = """
            select p.id, p.username, p.name, p.password_hash, p.enabled, p.language, p.theme,
                   (select string_agg(r.role, ',') from person_role r where r.person_id = p.id) as roles
              from person p
            """;

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SignedIn> byUsername(String username) {
        return jdbc.sql(SELECT + " where p.username = :username")
                .param("username", username.strip().toLowerCase(Locale.ROOT))
                .query(PersonStore::signedIn)
                .optional();
    }

    Optional<Person> byId(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .query((row, n) -> person(row))
                .optional();
    }

    /** Somebody who may sign in. */
    Optional<Person> enabled(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id and p.enabled")
                .param("id", id)
                .query((row, n) -> person(row))
                .optional();
    }

    /** Somebody as they stand now, whether they may sign in or not. */
    Optional<SignedIn> standing(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .query(PersonStore::signedIn)
                .optional();
    }

    /** Locks everybody who is an administrator, until the transaction ends. */
    void lockAdministrators() {
        jdbc.sql("select id from person where id in (select person_id from person_role where role = 'ADMINISTRATOR')"
                        + " order by id for update")
                .query(UUID.class)
                .list();
    }

    void setEnabled(UUID id, boolean enabled) {
        jdbc.sql("update person set enabled = :enabled where id = :id")
                .param("enabled", enabled)
                .param("id", id)
                .update();
    }

    void setRoles(UUID id, Set<Role> roles) {
        jdbc.sql("delete from person_role where person_id = :id")
                .param("id", id)
                .update();
        addRoles(id, roles);
    }

    List<Person> withRole(Role role) {
        return jdbc.sql(SELECT
                        + " where p.enabled and exists (select 1 from person_role x where x.person_id = p.id and x.role = :role)"
                        + " order by p.name, p.id")
                .param("role", role.name())
                .query((row, n) -> person(row))
                .list();
    }

    List<Person> everyone() {
        return jdbc.sql(SELECT + " order by p.name, p.id")
                .query((row, n) -> person(row))
                .list();
    }

    boolean hasAdministrator() {
        return jdbc.sql("select count(*) from person_role where role = 'ADMINISTRATOR'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(Person person, @Nullable String passwordHash) {
        jdbc.sql("""
                insert into person (id, username, name, password_hash, enabled, language, theme)
                values (:id, :username, :name, :hash, :enabled, :language, :theme)
                """)
                .param("id", person.id())
                .param("username", FreeText.kept(person.username()))
                .param("name", FreeText.kept(person.name()))
                .param("hash", passwordHash)
                .param("enabled", passwordHash != null)
                .param(
                        "language",
                        person.language() == null ? null : person.language().name())
                .param("theme", person.theme().name())
                .update();
        addRoles(person.id(), person.roles());
    }

    private void addRoles(UUID id, Set<Role> roles) {
        for (Role role : roles) {
            jdbc.sql("insert into person_role (person_id, role) values (:id, :role)")
                    .param("id", id)
                    .param("role", role.name())
                    .update();
        }
    }

    Optional<PersonContacts.Contact> contact(UUID id) {
        return jdbc.sql("select email, phone from person where id = :id")
                .param("id", id)
                .query((row, n) -> new PersonContacts.Contact(row.getString("email"), row.getString("phone")))
                .optional();
    }

    void setContact(UUID id, PersonContacts.Contact contact) {
        jdbc.sql("update person set email = :email, phone = :phone where id = :id")
                .param("email", FreeText.keptOrNull(contact.email()))
                .param("phone", contact.phone())
                .param("id", id)
                .update();
    }

    void setLanguage(UUID id, Language language) {
        jdbc.sql("update person set language = :language where id = :id")
                .param("language", language.name())
                .param("id", id)
                .update();
    }

    void setTheme(UUID id, Theme theme) {
        jdbc.sql("update person set theme = :theme where id = :id")
                .param("theme", theme.name())
                .param("id", id)
                .update();
    }

    Preferences.Chosen chosen(UUID id) {
        return jdbc.sql("select language, theme, density, toured from person where id = :id")
                .param("id", id)
                .query((row, n) -> {
                    String language = row.getString("language");
                    return new Preferences.Chosen(
                            language == null ? null : Language.valueOf(language),
                            Theme.valueOf(row.getString("theme")),
                            Density.valueOf(row.getString("density")),
                            row.getBoolean("toured"));
                })
                .single();
    }

    void setDensity(UUID id, Density density) {
        jdbc.sql("update person set density = :density where id = :id")
                .param("density", density.name())
                .param("id", id)
                .update();
    }

    void setToured(UUID id, boolean toured) {
        jdbc.sql("update person set toured = :toured where id = :id")
                .param("toured", toured)
                .param("id", id)
                .update();
    }

    private static SignedIn signedIn(ResultSet row, int number) throws SQLException {
        return new SignedIn(person(row), row.getString("password_hash"), row.getBoolean("enabled"));
    }

    private static Person person(ResultSet row) throws SQLException {
        String language = row.getString("language");
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                roles(row.getString("roles")),
                language == null ? null : Language.valueOf(language),
                Theme.valueOf(row.getString("theme")));
    }

    private static Set<Role> roles(@Nullable String joined) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        if (joined != null) {
            for (String role : joined.split(",")) {
                roles.add(Role.valueOf(role));
            }
        }
        return roles;
    }
}
