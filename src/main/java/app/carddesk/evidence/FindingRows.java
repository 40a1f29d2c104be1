package app.carddesk.evidence;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.reading.Found;
import app.carddesk.evidence.reading.PageReading;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what was read on proofs. */
@Repository
class FindingRows {

    private static final String COLUMNS = """
        select f.id, f.proof, f.page, f.kind, f.value_read, f.source, f.area_left, f.area_top, f.area_width,
               f.area_height, f.place, f.dismissed_at
        from proof_finding f
        """;

    private static final PageArea WHOLE_PAGE = new PageArea(0, 0, PageArea.WHOLE, PageArea.WHOLE);

    private final JdbcClient jdbc;
    private final Ids ids;

    FindingRows(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Keeps what was read on the pages of a proof, whose row is there already, within the running transaction. */
    void put(UUID proof, List<CleanPage> pages) {
        for (CleanPage page : pages) {
            PageReading reading = page.reading();
            put(proof, page.number(), Finding.Kind.SERIAL, reading.serials());
            put(proof, page.number(), Finding.Kind.PURCHASE_DATE, reading.dates());
            put(proof, page.number(), Finding.Kind.RECEIPT_NUMBER, reading.receiptNumbers());
            put(proof, page.number(), Finding.Kind.TOTAL, reading.totals());
            int place = 1;
            for (PageArea area : reading.covered()) {
                put(proof, page.number(), Finding.Kind.COVERED_CODE, null, area, place++);
            }
            if (!reading.isWhole()) {
                put(proof, page.number(), Finding.Kind.UNREAD, null, WHOLE_PAGE, 1);
            }
            if (reading.printSought() || reading.known()) {
                jdbc.sql("update proof_page set print_sought = :sought, known = :known"
                                + " where proof = :proof and page = :page")
                        .param("sought", reading.printSought())
                        .param("known", reading.known())
                        .param("proof", proof)
                        .param("page", page.number())
                        .update();
            }
        }
    }

    private void put(UUID proof, int page, Finding.Kind kind, List<Found> found) {
        int place = 1;
        for (Found one : found) {
            put(proof, page, kind, one, one.area(), place++);
        }
    }

    private void put(UUID proof, int page, Finding.Kind kind, @Nullable Found found, PageArea area, int place) {
        jdbc.sql("""
            insert into proof_finding (id, proof, page, kind, value_read, source, area_left, area_top, area_width,
                                       area_height, place)
            values (:id, :proof, :page, :kind, :value, :source, :left, :top, :width, :height, :place)
            """)
                .param("id", ids.next())
                .param("proof", proof)
                .param("page", page)
                .param("kind", kind.name())
                .param("value", found == null ? null : found.value())
                .param("source", found == null ? null : found.source().name())
                .param("left", area.left())
                .param("top", area.top())
                .param("width", area.width())
                .param("height", area.height())
                .param("place", place)
                .update();
    }

    List<Finding> of(UUID owner) {
        return jdbc.sql(COLUMNS + """
            join proof p on p.id = f.proof
            where p.owner = :owner and p.removed_at is null order by p.added_at, p.id, f.page, f.kind, f.place, f.id
            """)
                .param("owner", owner)
                .query(FindingRows::row)
                .list();
    }

    /** The proofs of an owner on which a reader looked for print, whatever it found. */
    Set<UUID> sought(UUID owner) {
        return Set.copyOf(jdbc.sql("""
            select distinct p.id from proof p join proof_page g on g.proof = p.id
            where p.owner = :owner and p.removed_at is null and g.print_sought
            """).param("owner", owner).query(UUID.class).list());
    }

    /** The proofs of an owner with a page at which no reader looked and of which nothing is known either. */
    Set<UUID> unsought(UUID owner) {
        return Set.copyOf(jdbc.sql("""
            select distinct p.id from proof p join proof_page g on g.proof = p.id
            where p.owner = :owner and p.removed_at is null and not g.print_sought and not g.known
            """).param("owner", owner).query(UUID.class).list());
    }

    List<Finding> ofProof(UUID proof) {
        return jdbc.sql(COLUMNS + "where f.proof = :proof order by f.page, f.kind, f.place, f.id")
                .param("proof", proof)
                .query(FindingRows::row)
                .list();
    }

    Optional<Finding> find(UUID id) {
        return jdbc.sql(COLUMNS + "join proof p on p.id = f.proof where f.id = :id and p.removed_at is null")
                .param("id", id)
                .query(FindingRows::row)
                .optional();
    }

    /** Puts a finding away, with the less likely ones of its kind on the page: they were offered in its place. */
    void dismiss(Finding finding, UUID by, Instant at) {
        jdbc.sql("""
            update proof_finding set dismissed_at = :at, dismissed_by = :by
            where dismissed_at is null and proof = :proof and page = :page and kind = :kind
              and (id = :id or kind in ('PURCHASE_DATE', 'TOTAL', 'COVERED_CODE'))
            """)
                .param("at", Columns.time(at))
                .param("by", by)
                .param("proof", finding.proof())
                .param("page", finding.page())
                .param("kind", finding.kind().name())
                .param("id", finding.id())
                .update();
    }

    private static Finding row(ResultSet rs, int number) throws SQLException {
        String source = rs.getString("source");
        return new Finding(
                rs.getObject("id", UUID.class),
                rs.getObject("proof", UUID.class),
                rs.getInt("page"),
                Finding.Kind.valueOf(rs.getString("kind")),
                Objects.requireNonNullElse(rs.getString("value_read"), ""),
                source == null ? null : Finding.Source.valueOf(source),
                new PageArea(
                        rs.getInt("area_left"),
                        rs.getInt("area_top"),
                        rs.getInt("area_width"),
                        rs.getInt("area_height")),
                rs.getInt("place"),
                Columns.optionalInstant(rs, "dismissed_at") != null);
    }
}
