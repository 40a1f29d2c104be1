package app.carddesk.evidence.reuse;

import app.carddesk.shared.Columns;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.Ids;
import app.carddesk.shared.KeepsFreeText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of fingerprints, of their words and of what they showed. */
@Repository
@KeepsFreeText("reuse_flag.reason")
class ReuseRows {

    /** Words of more pages than this say nothing of any one of them. */
    static final int COMMON = 100;

    private static final int WORDS_AT_ONCE = 100;

    private static final String FLAGS = """
            select f.id, p.id as proof, case when f.earlier = p.id then f.earlier_page else f.later_page end as page,
                   p.owner, o.id as other_proof,
                   case when f.earlier = p.id then f.later_page else f.earlier_page end as other_page,
                   o.owner as other_owner, o.kind as other_kind, o.added_at as other_added_at, f.degree, f.reason,
                   f.seen_by, f.seen_at
            from proof p
            join reuse_flag f on f.earlier = p.id or f.later = p.id
            join proof o on o.id = case when f.earlier = p.id then f.later else f.earlier end
            where p.removed_at is null and o.removed_at is null
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    ReuseRows(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** A page that waits. */
    record Waiting(long id, UUID proof, int page, int attempts, Instant nextAt) {}

    /** A page that has a word. */
    record Hit(int word, long page) {}

    /** A page with its kept fingerprint. */
    record Known(long id, UUID proof, int page, byte[] fingerprint) {}

    /** A page of another proof. */
    record Other(UUID proof, int page) {}

    /** Has all pages of a proof looked up, those again that were before; what was flagged stays flagged. */
    void await(UUID proof) {
        jdbc.sql("update reuse_page set state = 'WAITING', attempts = 0, next_at = :now where proof = :proof")
                .param("now", Columns.time(clock.instant()))
                .param("proof", proof)
                .update();
        jdbc.sql("""
                insert into reuse_page (proof, page, state, attempts, next_at)
                select proof, page, 'WAITING', 0, cast(:now as timestamp with time zone)
                from proof_page p where proof = :proof
                and not exists (select 1 from reuse_page r where r.proof = p.proof and r.page = p.page)
                """)
                .param("now", Columns.time(clock.instant()))
                .param("proof", proof)
                .update();
    }

    /** Forgets the pages of a proof; what was flagged stays, for when they are looked up again. */
    void forget(UUID proof) {
        jdbc.sql("delete from reuse_page where proof = :proof")
                .param("proof", proof)
                .update();
    }

    Optional<Waiting> next() {
        return jdbc.sql("""
                select id, proof, page, attempts, next_at from reuse_page
                where state = 'WAITING' and next_at <= :now order by next_at, id limit 1
                """)
                .param("now", Columns.time(clock.instant()))
                .query((row, number) -> new Waiting(
                        row.getLong("id"),
                        row.getObject("proof", UUID.class),
                        row.getInt("page"),
                        row.getInt("attempts"),
                        Columns.instant(row, "next_at")))
                .optional();
    }

    /** Takes a page to work on until a lease ends; false if somebody else took it. */
    boolean take(Waiting page, Duration lease) {
        return jdbc.sql("""
                update reuse_page set attempts = attempts + 1, next_at = :until
                where id = :id and state = 'WAITING' and attempts = :attempts and next_at = :nextAt
                """)
                        .param("until", Columns.time(clock.instant().plus(lease)))
                        .param("id", page.id())
                        .param("attempts", page.attempts())
                        .param("nextAt", Columns.time(page.nextAt()))
                        .update()
                == 1;
    }

    void end(long page, String state) {
        jdbc.sql("update reuse_page set state = :state where id = :id")
                .param("state", state)
                .param("id", page)
                .update();
    }

    /** Writes a fingerprint with its words; false if the page is gone. */
    boolean write(long page, Fingerprint fingerprint) {
        if (jdbc.sql("update reuse_page set fingerprint = :fingerprint where id = :id")
                        .param("fingerprint", fingerprint.encoded())
                        .param("id", page)
                        .update()
                == 0) {
            return false;
        }
        jdbc.sql("delete from reuse_word where page = :page")
                .param("page", page)
                .update();
        for (int from = 0; from < fingerprint.count(); from += WORDS_AT_ONCE) {
            int to = Math.min(fingerprint.count(), from + WORDS_AT_ONCE);
            String values = IntStream.range(from, to).mapToObj(i -> "(?, ?)").collect(Collectors.joining(", "));
            List<Object> params = new ArrayList<>();
            for (int i = from; i < to; i++) {
                params.add(fingerprint.words()[i]);
                params.add(page);
            }
            jdbc.sql("insert into reuse_word (word, page) values " + values)
                    .params(params)
                    .update();
        }
        return true;
    }

    /** Which pages have which of these words; of each word at most {@value #COMMON} and one. */
    List<Hit> hits(int[] words) {
        List<Hit> hits = new ArrayList<>();
        for (int from = 0; from < words.length; from += WORDS_AT_ONCE) {
            int[] some = Arrays.copyOfRange(words, from, Math.min(words.length, from + WORDS_AT_ONCE));
            String sql = Arrays.stream(some)
                    .mapToObj(word -> "(select word, page from reuse_word where word = ? limit " + (COMMON + 1) + ")")
                    .collect(Collectors.joining(" union all "));
            hits.addAll(jdbc.sql(sql)
                    .params(Arrays.stream(some).boxed().collect(Collectors.<Object>toList()))
                    .query((row, number) -> new Hit(row.getInt("word"), row.getLong("page")))
                    .list());
        }
        return hits;
    }

    Optional<Known> known(long page) {
        return jdbc.sql(
                        "select id, proof, page, fingerprint from reuse_page where id = :id and fingerprint is not null")
                .param("id", page)
                .query(ReuseRows::known)
                .optional();
    }

    /** Pages of other proofs that came from the same file, or whose copy is the same to the byte. */
    List<Other> same(UUID proof, int page) {
        return jdbc.sql("""
                select o.id as proof, 1 as page from proof p join proof o on o.sha256 = p.sha256 and o.id <> p.id
                where p.id = :proof and o.removed_at is null
                union
                select o.proof, o.page from proof_page p join proof_page o on o.copy = p.copy and o.proof <> p.proof
                join proof given on given.id = o.proof and given.removed_at is null
                where p.proof = :proof and p.page = :page
                """)
                .param("proof", proof)
                .param("page", page)
                .query((row, number) -> new Other(row.getObject("proof", UUID.class), row.getInt("page")))
                .list();
    }

    /** Flags two pages as alike; false if they were already. */
    boolean flag(UUID proof, int page, Other other, Degree degree) {
        // Time-ordered identifiers: the smaller is the earlier.
        boolean first = proof.toString().compareTo(other.proof().toString()) < 0;
        return jdbc.sql("""
                insert into reuse_flag (id, earlier, later, earlier_page, later_page, degree, found_at)
                select :id, a.id, b.id, :earlierPage, :laterPage, :degree, cast(:now as timestamp with time zone)
                from proof a, proof b where a.id = :earlier and b.id = :later
                on conflict do nothing
                """)
                        .param("id", ids.next())
                        .param("earlier", first ? proof : other.proof())
                        .param("later", first ? other.proof() : proof)
                        .param("earlierPage", first ? page : other.page())
                        .param("laterPage", first ? other.page() : page)
                        .param("degree", degree.name())
                        .param("now", Columns.time(clock.instant()))
                        .update()
                == 1;
    }

    /** The cases of two proofs. */
    List<UUID> ownersOf(UUID one, UUID other) {
        return jdbc.sql("select distinct owner from proof where id in (:proofs)")
                .param("proofs", List.of(one, other))
                .query(UUID.class)
                .list();
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getLong("id"), row.getObject("proof", UUID.class), row.getInt("page"), row.getBytes("fingerprint"));
    }

    /** A flag as it is kept, seen from one owner's proof. */
    record Flag(
            UUID id,
            UUID proof,
            int page,
            UUID owner,
            UUID otherProof,
            int otherPage,
            UUID otherOwner,
            String otherKind,
            Instant otherAddedAt,
            Degree degree,
            @Nullable String reason,
            @Nullable UUID seenBy,
            @Nullable Instant seenAt) {}

    /** The flags of an owner's proofs, each from both sides where both are the owner's. */
    List<Flag> of(UUID owner) {
        return jdbc.sql(FLAGS + "and p.owner = :owner order by f.found_at, f.id")
                .param("owner", owner)
                .query(ReuseRows::flag)
                .list();
    }

    List<Flag> sides(UUID flag) {
        return jdbc.sql(FLAGS + "and f.id = :flag")
                .param("flag", flag)
                .query(ReuseRows::flag)
                .list();
    }

    boolean isAwaited(UUID owner) {
        return jdbc.sql("""
                select count(*) from reuse_page r join proof p on p.id = r.proof
                where p.owner = :owner and r.state = 'WAITING'
                """).param("owner", owner).query(Integer.class).single() > 0;
    }

    /** Whether a page of an owner's proofs waits to be looked up, or could not be. */
    boolean isUncompared(UUID owner) {
        return jdbc.sql("""
                select count(*) from reuse_page r join proof p on p.id = r.proof
                where p.owner = :owner and p.removed_at is null and r.state in ('WAITING', 'FAILED')
                """).param("owner", owner).query(Integer.class).single() > 0;
    }

    /** Keeps why a flag is harmless; false if somebody did already, or it is gone. */
    boolean see(UUID flag, String reason, UUID by) {
        return jdbc.sql("""
                update reuse_flag set reason = :reason, seen_by = :by, seen_at = :now
                where id = :id and reason is null
                """)
                        .param("reason", FreeText.kept(reason))
                        .param("by", by)
                        .param("now", Columns.time(clock.instant()))
                        .param("id", flag)
                        .update()
                == 1;
    }

    private static Flag flag(ResultSet row, int number) throws SQLException {
        return new Flag(
                row.getObject("id", UUID.class),
                row.getObject("proof", UUID.class),
                row.getInt("page"),
                row.getObject("owner", UUID.class),
                row.getObject("other_proof", UUID.class),
                row.getInt("other_page"),
                row.getObject("other_owner", UUID.class),
                row.getString("other_kind"),
                Columns.instant(row, "other_added_at"),
                Degree.valueOf(row.getString("degree")),
                row.getString("reason"),
                row.getObject("seen_by", UUID.class),
                Columns.optionalInstant(row, "seen_at"));
    }
}
