package app.carddesk.evidence;

import app.carddesk.evidence.pictures.FileType;
import app.carddesk.shared.Columns;
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

/** The rows of proofs. Every change names the version it was drawn from, so that none overwrites another. */
@Repository
class ProofRows {

    private static final String COLUMNS = """
            select id, owner, kind, state, file_type, file_name, pages, width, height, bytes, reason, serial_seen, added_at, added_by,
                   came_by, decided_by, original, revision, version, removed_at, removed_by
            from proof
            """;

    /** Only those of its case that are in sight; of the others nothing is told but by {@link Removed}. */
    private static final String IN_SIGHT = " and removed_at is null";

    private static final String WITHOUT_PAGES =
            "pages > 0 and not exists (select 1 from proof_page where proof_page.proof = proof.id)";

    private final JdbcClient jdbc;

    ProofRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A proof with what only the rows need to know of it. */
    record Row(Proof proof, long bytes, int version) {}

    /** A picture that was taken out of its case, and by whom. */
    record Removed(Row row, Instant at, UUID by) {}

    List<Proof> of(UUID owner) {
        return jdbc
                .sql(COLUMNS + "where owner = :owner" + IN_SIGHT + " order by added_at, id")
                .param("owner", owner)
                .query(ProofRows::row)
                .list()
                .stream()
                .map(Row::proof)
                .toList();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id" + IN_SIGHT)
                .param("id", id)
                .query(ProofRows::row)
                .optional();
    }

    /** Finds a proof and locks its row until the transaction ends. */
    Optional<Row> lock(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id" + IN_SIGHT + " for update")
                .param("id", id)
                .query(ProofRows::row)
                .optional();
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
        return jdbc.sql(COLUMNS + "where owner = :owner and declared_kind = :kind")
                .param("owner", owner)
                .param("kind", kind.name())
                .query(ProofRows::row)
                .optional();
    }

    void insertPicture(Proof proof, long bytes, String sha256, @Nullable String original) {
        jdbc.sql("""
                insert into proof (id, owner, kind, state, file_type, file_name, pages, width, height, bytes, sha256,
                                   serial_seen, added_at, added_by, came_by, original, version)
                values (:id, :owner, :kind, :state, :fileType, :fileName, :pages, :width, :height, :bytes, :sha256,
                        false, :addedAt, :addedBy, :cameBy, :original, 0)
                """)
                .param("id", proof.id())
                .param("owner", proof.owner())
                .param("kind", proof.kind().name())
                .param("state", proof.state().name())
                .param("fileType", proof.type() == null ? null : proof.type().name())
                .param("fileName", proof.fileName())
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
                .sql(COLUMNS + "where pages = 0 and original is not null" + IN_SIGHT + " order by added_at, id")
                .query(ProofRows::row)
                .list()
                .stream()
                .map(Row::proof)
                .toList();
    }

    /** Proofs with pictures of which no page is in the store, oldest first. */
    List<Proof> withoutPages() {
        return jdbc
                .sql(COLUMNS + "where " + WITHOUT_PAGES + " order by added_at, id")
                .query(ProofRows::row)
                .list()
                .stream()
                .map(Row::proof)
                .toList();
    }

    /** Whether this is a proof with pictures of which no page is in the store. */
    boolean isWithoutPages(UUID id) {
        return jdbc.sql("select id from proof where id = :id and " + WITHOUT_PAGES)
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

    /** Inserts a declaration; false if this kind is declared already. */
    boolean insertDeclaration(Proof proof) {
        return jdbc.sql("""
                insert into proof (id, owner, kind, state, width, height, bytes, reason, serial_seen, declared_kind,
                                   added_at, added_by, decided_at, decided_by, version)
                values (:id, :owner, :kind, 'UNOBTAINABLE', 0, 0, 0, :reason, false, :kind, :at, :by, :at, :by, 0)
                on conflict do nothing
                """)
                        .param("id", proof.id())
                        .param("owner", proof.owner())
                        .param("kind", proof.kind().name())
                        .param("reason", proof.reason())
                        .param("at", Columns.time(proof.addedAt()))
                        .param("by", proof.addedBy())
                        .update()
                == 1;
    }

    /** Writes how a proof stands now; false if someone was faster. */
    boolean update(Row from, Proof to, @Nullable Instant decidedAt) {
        return jdbc.sql("""
                update proof
                set kind = :kind, state = :state, reason = :reason, serial_seen = :serialSeen,
                    decided_at = :decidedAt, decided_by = :decidedBy, version = version + 1
                where id = :id and version = :version
                """)
                        .param("kind", to.kind().name())
                        .param("state", to.state().name())
                        .param("reason", to.reason())
                        .param("serialSeen", to.serialSeen())
                        .param("decidedAt", decidedAt == null ? null : Columns.time(decidedAt))
                        .param("decidedBy", to.decidedBy())
                        .param("id", to.id())
                        .param("version", from.version())
                        .update()
                == 1;
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
        return jdbc.sql(COLUMNS + "where id = :id and removed_at is not null for update")
                .param("id", id)
                .query((rs, number) -> new Removed(
                        row(rs, number), Columns.instant(rs, "removed_at"), rs.getObject("removed_by", UUID.class)))
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
                        rs.getString("reason"),
                        rs.getBoolean("serial_seen"),
                        Columns.instant(rs, "added_at"),
                        rs.getObject("added_by", UUID.class),
                        Proof.CameBy.valueOf(rs.getString("came_by")),
                        rs.getObject("decided_by", UUID.class),
                        rs.getString("original") != null,
                        rs.getInt("revision")),
                rs.getLong("bytes"),
                rs.getInt("version"));
    }

    private static @Nullable FileType fileType(@Nullable String name) {
        return name == null ? null : FileType.valueOf(name);
    }
}
