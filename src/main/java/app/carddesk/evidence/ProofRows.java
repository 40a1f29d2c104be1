package app.carddesk.evidence;

import app.carddesk.evidence.pictures.FileType;
import app.carddesk.shared.Columns;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import app.carddesk.shared.ProofKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of proofs, as they stand for the card their case is about. Every change names the version it was drawn from,
 * so that none overwrites another.
 */
@Repository
@KeepsFreeText({"proof.file_name", "proof.reason", "proof_decision.reason"})
class ProofRows {

    private static final String COLUMNS = """
            select p.id, p.owner, p.kind, coalesce(d.state, p.state) as state, p.file_type, p.file_name, p.pages,
                   p.width, p.height, p.bytes, coalesce(d.reason, p.reason) as reason, p.added_at, p.added_by, p.came_by,
                   coalesce(d.decided_by, p.decided_by) as decided_by, p.original, p.revision, p.version,
                   p.removed_at, p.removed_by, cast(:about as varchar) as about, d.serial_seen, d.seen_by, d.seen_at,
                   (select h.matter_name from proof_hold h where h.proof = p.id
                     order by h.held_at, h.matter limit 1) as held_for,
                   (select count(*) from proof_hold h where h.proof = p.id and h.about = :about
                       and h.acceptance is not null) as acceptance_held,
                   (select e.for_serial from proof_decision e
                     where e.proof = p.id and e.state = 'ACCEPTED' and d.state is null
                     order by e.decided_at desc, e.for_serial limit 1) as accepted_before
            from proof p left join proof_decision d on d.proof = p.id and d.for_serial = :about
            """;

    /** What was declared of another card is not told of this one. */
    private static final String OF_THIS_CARD = " and (p.declared_for is null or p.declared_for = :about)";

    /** Only those of its case that are in sight; of the others nothing is told but by {@link Removed}. */
    private static final String IN_SIGHT = " and p.removed_at is null";

    private static final String WITHOUT_PAGES =
            "p.pages > 0 and not exists (select 1 from proof_page where proof_page.proof = p.id)";

    private final JdbcClient jdbc;
    private final OwnerCheck owners;

    ProofRows(JdbcClient jdbc, OwnerCheck owners) {
        this.jdbc = jdbc;
        this.owners = owners;
    }

    /**
     * A proof with what only the rows need to know of it.
     *
     * @param acceptanceHeld whether a request stands on its acceptance for this card
     */
    record Row(Proof proof, boolean acceptanceHeld, long bytes, int version) {}

    /** A picture that was taken out of its case, and by whom. */
    record Removed(Row row, Instant at, UUID by) {}

    List<Proof> of(UUID owner) {
        return jdbc
                .sql(COLUMNS + "where p.owner = :owner" + IN_SIGHT + OF_THIS_CARD + " order by p.added_at, p.id")
                .param("about", owners.serial(owner))
                .param("owner", owner)
                .query(ProofRows::row)
                .list()
                .stream()
                .map(Row::proof)
                .toList();
    }

    Optional<Row> find(UUID id) {
        return ownerOf(id).flatMap(owner -> find(id, owner, IN_SIGHT));
    }

    /** Whose a proof is that is in sight. */
    Optional<UUID> ownerOf(UUID id) {
        return jdbc.sql("select p.owner from proof p where p.id = :id" + IN_SIGHT)
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    private Optional<Row> find(UUID id, UUID owner, String where) {
        return jdbc.sql(COLUMNS + "where p.id = :id" + where + OF_THIS_CARD)
                .param("about", owners.serial(owner))
                .param("id", id)
                .query(ProofRows::row)
                .optional();
    }

    /** Finds a proof and locks its row until the transaction ends. */
    Optional<Row> lock(UUID id) {
        return jdbc.sql("select p.owner from proof p where p.id = :id" + IN_SIGHT + " for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(owner -> find(id, owner, IN_SIGHT));
    }

    boolean holds(UUID owner, String sha256) {
        return jdbc.sql("select count(*) from proof where owner = :owner and sha256 = :sha256")
                        .param("owner", owner)
                        .param("sha256", sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<UUID> ownersOf(Collection<UUID> proofs) {
        return jdbc.sql("select distinct owner from proof where id in (:proofs)")
                .param("proofs", proofs)
                .query(UUID.class)
                .list();
    }

    Optional<Row> declaration(UUID owner, ProofKind kind) {
        return jdbc.sql(COLUMNS + "where p.owner = :owner and p.declared_kind = :kind" + OF_THIS_CARD)
                .param("about", owners.serial(owner))
                .param("owner", owner)
                .param("kind", kind.name())
                .query(ProofRows::row)
                .optional();
    }

    void insertPicture(Proof proof, long bytes, String sha256, @Nullable String original) {
        jdbc.sql("""
                insert into proof (id, owner, kind, state, file_type, file_name, pages, width, height, bytes, sha256,
                                   added_at, added_by, came_by, original, version)
                values (:id, :owner, :kind, :state, :fileType, :fileName, :pages, :width, :height, :bytes, :sha256,
                        :addedAt, :addedBy, :cameBy, :original, 0)
                """)
                .param("id", proof.id())
                .param("owner", proof.owner())
                .param("kind", proof.kind().name())
                .param("state", proof.state().name())
                .param("fileType", proof.type() == null ? null : proof.type().name())
                .param("fileName", FreeText.keptOrNull(proof.fileName()))
                .param("pages", proof.pages())
                .param("width", proof.width())
                .param("height", proof.height())
                .param("bytes", bytes)
                .param("sha256", sha256)
                .param("addedAt", Columns.time(proof.addedAt()))
                .param("addedBy", proof.addedBy())
                .param("cameBy", proof.cameBy().name())
                .param("original", original)
                .update();
    }

    /** Proofs of which no picture could be drawn when they came, oldest first. */
    List<Proof> withoutPreview() {
        return jdbc
                .sql(COLUMNS + "where p.pages = 0 and p.original is not null" + IN_SIGHT + " order by p.added_at, p.id")
                .param("about", "")
                .query(ProofRows::row)
                .list()
                .stream()
                .map(Row::proof)
                .toList();
    }

    /** Proofs with pictures of which no page is in the store, oldest first. */
    List<Proof> withoutPages() {
        return jdbc
                .sql(COLUMNS + "where " + WITHOUT_PAGES + " order by p.added_at, p.id")
                .param("about", "")
                .query(ProofRows::row)
                .list()
                .stream()
                .map(Row::proof)
                .toList();
    }

    /** Whether this is a proof with pictures of which no page is in the store. */
    boolean isWithoutPages(UUID id) {
        return jdbc.sql("select p.id from proof p where p.id = :id and " + WITHOUT_PAGES)
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Writes that pictures of a proof were drawn at last; false if someone was faster. */
    boolean drawn(UUID proof, CleanPage first, int pages) {
        return jdbc.sql("""
                update proof set pages = :pages, width = :width, height = :height, version = version + 1
                where id = :id and pages = 0 and original is not null and removed_at is null
                """)
                        .param("pages", pages)
                        .param("width", first.width())
                        .param("height", first.height())
                        .param("id", proof)
                        .update()
                == 1;
    }

    /** Counts bytes more for a picture that is there already. */
    void grow(UUID proof, UUID owner, long more) {
        jdbc.sql("update proof set bytes = bytes + :more where id = :id")
                .param("more", more)
                .param("id", proof)
                .update();
        charge(owner, more);
    }

    /** Forgets the file of a proof as it was given, with its bytes; false if it is not kept any more. */
    boolean forgetOriginal(UUID proof, String original, long bytes) {
        return jdbc.sql("""
                update proof set original = null, bytes = bytes - :bytes, version = version + 1
                where id = :id and original = :original
                """)
                        .param("bytes", bytes)
                        .param("id", proof)
                        .param("original", original)
                        .update()
                == 1;
    }

    /** Counts bytes more, or fewer, for an owner. */
    void charge(UUID owner, long more) {
        jdbc.sql("update proof_usage set bytes = bytes + :more where owner = :owner")
                .param("more", more)
                .param("owner", owner)
                .update();
    }

    /** Inserts a declaration for the card it is about; false if this kind is declared for it already. */
    boolean insertDeclaration(Proof proof) {
        return jdbc.sql("""
                insert into proof (id, owner, kind, state, width, height, bytes, reason, declared_kind, declared_for,
                                   added_at, added_by, decided_at, decided_by, version)
                values (:id, :owner, :kind, 'UNOBTAINABLE', 0, 0, 0, :reason, :kind, :about, :at, :by, :at, :by, 0)
                on conflict do nothing
                """)
                        .param("id", proof.id())
                        .param("owner", proof.owner())
                        .param("kind", proof.kind().name())
                        .param("reason", FreeText.keptOrNull(proof.reason()))
                        .param("about", proof.about())
                        .param("at", Columns.time(proof.addedAt()))
                        .param("by", proof.addedBy())
                        .update()
                == 1;
    }

    /** Shows a picture as another kind, undecided for any card; false if someone was faster. */
    boolean move(Row from, ProofKind kind) {
        boolean moved = jdbc.sql("""
                update proof set kind = :kind, version = version + 1 where id = :id and version = :version
                """)
                        .param("kind", kind.name())
                        .param("id", from.proof().id())
                        .param("version", from.version())
                        .update()
                == 1;
        if (moved) {
            jdbc.sql("delete from proof_decision where proof = :id")
                    .param("id", from.proof().id())
                    .update();
        }
        return moved;
    }

    /** Writes what was decided on a picture for the card it is about; false if someone was faster. */
    boolean decide(Row from, Proof to, Instant at) {
        boolean first = jdbc.sql("update proof set version = version + 1 where id = :id and version = :version")
                        .param("id", to.id())
                        .param("version", from.version())
                        .update()
                == 1;
        if (first && decision("""
                        update proof_decision
                        set state = :state, reason = :reason, serial_seen = :seen, seen_by = :seenBy, seen_at = :seenAt,
                            decided_by = :by, decided_at = :at
                        where proof = :proof and for_serial = :about
                        """, to, at) == 0) {
            decision("""
                    insert into proof_decision (proof, for_serial, state, reason, serial_seen, seen_by, seen_at,
                                                decided_by, decided_at)
                    values (:proof, :about, :state, :reason, :seen, :seenBy, :seenAt, :by, :at)
                    """, to, at);
        }
        return first;
    }

    private int decision(String sql, Proof to, Instant at) {
        Proof.SerialSeen seen = to.serialSeen();
        return jdbc.sql(sql)
                .param("proof", to.id())
                .param("about", to.about())
                .param("state", to.state().name())
                .param("reason", FreeText.keptOrNull(to.reason()))
                .param("seen", seen == null ? null : seen.serial())
                .param("seenBy", seen == null ? null : seen.by())
                .param("seenAt", seen == null ? null : Columns.time(seen.at()))
                .param("by", to.decidedBy())
                .param("at", Columns.time(at))
                .update();
    }

    /** When a decision that stands was taken. */
    Instant decidedAt(Proof decided) {
        return jdbc.sql("select decided_at from proof_decision where proof = :proof and for_serial = :about")
                .param("proof", decided.id())
                .param("about", decided.about())
                .query((row, number) -> Columns.instant(row, "decided_at"))
                .single();
    }

    /** Takes a picture out of its case; false if it was changed or removed meanwhile. */
    boolean remove(Row row, Instant at, UUID by) {
        return jdbc.sql("""
                update proof set removed_at = :at, removed_by = :by, version = version + 1
                where id = :id and version = :version
                """)
                        .param("at", Columns.time(at))
                        .param("by", by)
                        .param("id", row.proof().id())
                        .param("version", row.version())
                        .update()
                == 1;
    }

    /** Finds a picture that was taken out of its case and locks its row until the transaction ends. */
    Optional<Removed> lockRemoved(UUID id) {
        return jdbc.sql("select owner from proof where id = :id and removed_at is not null for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(owner -> jdbc.sql(COLUMNS + "where p.id = :id and p.removed_at is not null")
                        .param("about", owners.serial(owner))
                        .param("id", id)
                        .query((rs, number) -> new Removed(
                                row(rs, number),
                                Columns.instant(rs, "removed_at"),
                                rs.getObject("removed_by", UUID.class)))
                        .optional());
    }

    /** Whose a picture was that was taken out of its case. */
    Optional<UUID> ownerOfRemoved(UUID id) {
        return jdbc.sql("select owner from proof where id = :id and removed_at is not null")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** Whether a picture has come into the case since another was removed that was given as the very same file. */
    boolean hasComeAgain(Removed removed) {
        return jdbc.sql("""
                select count(*) from proof gone
                join proof here on here.owner = gone.owner and here.sha256 = gone.sha256 and here.removed_at is null
                where gone.id = :id and (here.added_at >= gone.removed_at or here.put_back_at >= gone.removed_at)
                """)
                        .param("id", removed.row().proof().id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Brings a picture into sight whose row is locked. */
    void putBack(UUID id, Instant at) {
        jdbc.sql("""
                update proof set removed_at = null, removed_by = null, put_back_at = :at, version = version + 1
                where id = :id
                """).param("at", Columns.time(at)).param("id", id).update();
    }

    /** What was taken out of a case and is not destroyed yet. */
    List<UUID> removedOf(UUID owner) {
        return jdbc.sql("select id from proof where owner = :owner and removed_at is not null order by id")
                .param("owner", owner)
                .query(UUID.class)
                .list();
    }

    /** What was taken out of any case before some time, the longest ago first. */
    List<UUID> removedBefore(Instant before, int limit) {
        return jdbc.sql("select id from proof where removed_at < :before order by removed_at, id limit :limit")
                .param("before", Columns.time(before))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Deletes a proof; false if it was changed or deleted meanwhile. */
    boolean delete(Row row) {
        return jdbc.sql("delete from proof where id = :id and version = :version")
                        .param("id", row.proof().id())
                        .param("version", row.version())
                        .update()
                == 1;
    }

    /** Counts one more picture of so many bytes, unless that is more than an owner may have; false then. */
    boolean reserve(UUID owner, long bytes, EvidenceLimits limits) {
        jdbc.sql("insert into proof_usage (owner, pictures, bytes) values (:owner, 0, 0) on conflict do nothing")
                .param("owner", owner)
                .update();
        return jdbc.sql("""
                update proof_usage set pictures = pictures + 1, bytes = bytes + :bytes
                where owner = :owner and pictures < :maxFiles and bytes + :bytes <= :maxBytes
                """)
                        .param("owner", owner)
                        .param("bytes", bytes)
                        .param("maxFiles", limits.maxFiles())
                        .param("maxBytes", limits.maxTotal().toBytes())
                        .update()
                == 1;
    }

    /**
     * Writes that a picture of a locked proof was covered, and that its copies take so many bytes more. That is never
     * too many: a case that is full is no reason to leave something uncovered.
     */
    Proof covered(Row locked, long more) {
        UUID id = locked.proof().id();
        jdbc.sql("""
                update proof set revision = revision + 1, bytes = bytes + :more, version = version + 1 where id = :id
                """).param("more", more).param("id", id).update();
        jdbc.sql("update proof_usage set bytes = bytes + :more where owner = :owner")
                .param("more", more)
                .param("owner", locked.proof().owner())
                .update();
        return find(id).orElseThrow().proof();
    }

    void release(UUID owner, long bytes) {
        jdbc.sql("update proof_usage set pictures = pictures - 1, bytes = bytes - :bytes where owner = :owner")
                .param("owner", owner)
                .param("bytes", bytes)
                .update();
    }

    /** Whether an owner has as many pictures, or bytes, as it may have. */
    boolean isFull(UUID owner, EvidenceLimits limits) {
        return jdbc.sql("""
                select count(*) from proof_usage
                where owner = :owner and (pictures >= :maxFiles or bytes >= :maxBytes)
                """)
                        .param("owner", owner)
                        .param("maxFiles", limits.maxFiles())
                        .param("maxBytes", limits.maxTotal().toBytes())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                new Proof(
                        rs.getObject("id", UUID.class),
                        rs.getObject("owner", UUID.class),
                        ProofKind.valueOf(rs.getString("kind")),
                        Proof.State.valueOf(rs.getString("state")),
                        fileType(rs.getString("file_type")),
                        rs.getString("file_name"),
                        rs.getInt("pages"),
                        rs.getInt("width"),
                        rs.getInt("height"),
                        rs.getString("about"),
                        rs.getString("reason"),
                        serialSeen(rs),
                        rs.getString("accepted_before"),
                        Columns.instant(rs, "added_at"),
                        rs.getObject("added_by", UUID.class),
                        Proof.CameBy.valueOf(rs.getString("came_by")),
                        rs.getObject("decided_by", UUID.class),
                        rs.getString("original") != null,
                        rs.getString("held_for"),
                        rs.getInt("revision")),
                rs.getInt("acceptance_held") > 0,
                rs.getLong("bytes"),
                rs.getInt("version"));
    }

    private static Proof.@Nullable SerialSeen serialSeen(ResultSet rs) throws SQLException {
        String serial = rs.getString("serial_seen");
        return serial == null
                ? null
                : new Proof.SerialSeen(serial, rs.getObject("seen_by", UUID.class), Columns.instant(rs, "seen_at"));
    }

    private static @Nullable FileType fileType(@Nullable String name) {
        return name == null ? null : FileType.valueOf(name);
    }
}
