package app.carddesk.letters;

import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * That letters wait because mail is not set up as the mail server wants it. Each node knows for itself, as its network,
 * its certificates and its settings are its own; a node whose mail leaves goes on. All tell it in the database, so that
 * the outbox shows it whichever node is asked.
 */
@Repository
class MailHalts {

    /** How long letters wait before mail is tried again. */
    static final Duration PAUSE = Duration.ofMinutes(3);

    /** A node that has not told again for so long is gone. */
    private static final Duration FRESH = PAUSE.multipliedBy(3);

    private static final Logger LOG = LoggerFactory.getLogger(MailHalts.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final UUID node;
    private volatile @Nullable Halt here;
    private volatile Instant next = Instant.MIN;

    MailHalts(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = ids.next();
    }

    /** Why letters wait, and since when. */
    record Halt(MailTrouble why, Instant since) {}

    /** Whether letters wait here. */
    boolean isOn() {
        return here != null;
    }

    /** Whether it is time to try again. */
    boolean isOverdue() {
        return !clock.instant().isBefore(next);
    }

    /** Lets the next round try again, because somebody asks for it. */
    void hurry() {
        next = Instant.MIN;
    }

    /** Letters wait from now on, or go on waiting; logged where that is news. */
    void met(MailTrouble why) {
        Instant now = clock.instant();
        Halt before = here;
        next = now.plus(PAUSE);
        if (before == null || before.why() != why) {
            LOG.warn("No mail leaves, and letters wait: {}. The outbox says what to mend", why);
        }
        Halt halt = new Halt(why, before == null ? now : before.since());
        here = halt;
        if (update(halt, now) == 0) {
            forgetOthersGone(now);
            jdbc.sql("insert into mail_halt (node, trouble, since, seen_at) values (:node, :trouble, :since, :now)")
                    .param("node", node)
                    .param("trouble", why.name())
                    .param("since", Columns.time(halt.since()))
                    .param("now", Columns.time(now))
                    .update();
        }
    }

    private int update(Halt halt, Instant now) {
        return jdbc.sql("update mail_halt set trouble = :trouble, since = :since, seen_at = :now where node = :node")
                .param("trouble", halt.why().name())
                .param("since", Columns.time(halt.since()))
                .param("now", Columns.time(now))
                .param("node", node)
                .update();
    }

    private void forgetOthersGone(Instant now) {
        jdbc.sql("delete from mail_halt where seen_at < :gone")
                .param("gone", Columns.time(now.minus(FRESH)))
                .update();
    }

    /** Letters go on. */
    void over() {
        if (here != null) {
            forget();
            LOG.info("Mail leaves again");
        }
    }

    /** Nothing is known to be wrong, or nobody will try here any more. */
    void forget() {
        if (here != null) {
            jdbc.sql("delete from mail_halt where node = :node")
                    .param("node", node)
                    .update();
            here = null;
        }
    }

    /** How mail stands, by what nodes tell. */
    MailStanding standing(MailCarrier carrier) {
        return told().map(halt -> carrier.standing(halt.why(), halt.since()))
                .orElseGet(() -> carrier.standing(null, null));
    }

    /** What was met first of all that nodes tell now. */
    Optional<Halt> told() {
        return jdbc.sql("select trouble, since from mail_halt where seen_at >= :fresh order by since, node limit 1")
                .param("fresh", Columns.time(clock.instant().minus(FRESH)))
                .query((row, number) ->
                        new Halt(MailTrouble.valueOf(row.getString("trouble")), Columns.instant(row, "since")))
                .optional();
    }
}
