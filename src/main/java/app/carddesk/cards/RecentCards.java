package app.carddesk.cards;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.Columns;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cards that the person signed in looked at lately, so that a call that comes back is found without typing. */
@Service
@ForDesk
@Transactional
public class RecentCards {

    /** How many are remembered for each person. */
    public static final int MOST = 8;

    private final JdbcClient jdbc;
    private final CurrentPerson person;
    private final Clock clock;

    RecentCards(JdbcClient jdbc, CurrentPerson person, Clock clock) {
        this.jdbc = jdbc;
        this.person = person;
        this.clock = clock;
    }

    /** A card that was looked at. */
    public record Recent(Serial serial, CardKind kind) {}

    /** Remembers that this card was looked at, and forgets the oldest beyond {@link #MOST}. */
    public void seen(UUID card) {
        int known = jdbc.sql("update recent_card set seen_at = :now where person_id = :person and card_id = :card")
                .param("now", Columns.time(clock.instant()))
                .param("person", person.id())
                .param("card", card)
                .update();
        if (known > 0) {
            return;
        }
        jdbc.sql("insert into recent_card (person_id, card_id, seen_at) values (:person, :card, :now)"
                        + " on conflict do nothing")
                .param("person", person.id())
                .param("card", card)
                .param("now", Columns.time(clock.instant()))
                .update();
        jdbc.sql("""
                delete from recent_card where person_id = :person and card_id not in
                       (select card_id from recent_card where person_id = :person order by seen_at desc, card_id limit :most)
                """).param("person", person.id()).param("most", MOST).update();
    }

    /** The cards looked at, the latest first. */
    @Transactional(readOnly = true)
    public List<Recent> latest() {
        return jdbc.sql("""
                select c.serial, c.kind from recent_card r join card c on c.id = r.card_id
                 where r.person_id = :person order by r.seen_at desc, r.card_id
                """)
                .param("person", person.id())
                .query((row, n) ->
                        new Recent(new Serial(row.getString("serial")), CardKind.valueOf(row.getString("kind"))))
                .list();
    }
}
