package app.carddesk.evidence;

import app.carddesk.access.CurrentPerson;
import app.carddesk.shared.Installation;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what the person who acts has given today. What is removed again has still been given. */
@Component
class PersonQuota {

    private final JdbcClient jdbc;
    private final CurrentPerson person;
    private final PersonLimits limits;
    private final Installation installation;
    private final Clock clock;

    PersonQuota(JdbcClient jdbc, CurrentPerson person, PersonLimits limits, Installation installation, Clock clock) {
        this.jdbc = jdbc;
        this.person = person;
        this.limits = limits;
        this.installation = installation;
        this.clock = clock;
    }

    /** Counts one more file of so many bytes, unless that is more than a person may give on a day; false then. */
    boolean reserve(long bytes) {
        jdbc.sql("""
                insert into proof_day (person, given_on, files, bytes) values (:person, :day, 0, 0)
                on conflict do nothing
                """).param("person", person.id()).param("day", today()).update();
        return jdbc.sql("""
                update proof_day set files = files + 1, bytes = bytes + :bytes
                where person = :person and given_on = :day and files < :maxFiles and bytes + :bytes <= :maxBytes
                """)
                        .param("bytes", bytes)
                        .param("person", person.id())
                        .param("day", today())
                        .param("maxFiles", limits.maxPersonFilesPerDay())
                        .param("maxBytes", limits.maxPersonBytesPerDay().toBytes())
                        .update()
                == 1;
    }

    /** Whether the person has given as much as they may today. */
    boolean isUsedUp() {
        return jdbc.sql("""
                select count(*) from proof_day
                where person = :person and given_on = :day and (files >= :maxFiles or bytes >= :maxBytes)
                """)
                        .param("person", person.id())
                        .param("day", today())
                        .param("maxFiles", limits.maxPersonFilesPerDay())
                        .param("maxBytes", limits.maxPersonBytesPerDay().toBytes())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Intake.PersonFull refusal() {
        return new Intake.PersonFull(
                limits.maxPersonFilesPerDay(), limits.maxPersonBytesPerDay().toBytes());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), installation.zone());
    }
}
