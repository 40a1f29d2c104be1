package app.carddesk.evidence;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.shared.Columns;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.Ids;
import app.carddesk.shared.KeepsFreeText;
import app.carddesk.shared.RedemptionCodes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the marks on the pages of proofs. Works within the running transaction. */
@Component
@KeepsFreeText("proof_mark.note")
class ProofMarks {

    /** The most marks of one page: more point at nothing. */
    static final int MOST_OF_A_PAGE = 20;

    private static final String SELECT = """
            select id, proof, page, area_left, area_top, area_width, area_height, note, made_at, made_by
            from proof_mark
            """;

    private final JdbcClient jdbc;
    private final ProofRows rows;
    private final HoldRows holds;
    private final OwnerCheck owners;
    private final People people;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProofMarks(
            JdbcClient jdbc,
            ProofRows rows,
            HoldRows holds,
            OwnerCheck owners,
            People people,
            CurrentPerson person,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.holds = holds;
        this.owners = owners;
        this.people = people;
        this.person = person;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** @see Proofs#marks */
    List<ProofMark> of(Collection<UUID> proofs) {
        if (proofs.isEmpty()) {
            return List.of();
        }
        rows.ownersOf(proofs).forEach(owners::requireSee);
        return jdbc.sql(SELECT + """
                where proof in (select id from proof where id in (:proofs) and removed_at is null)
                order by proof, page, made_at, id
                """).param("proofs", proofs).query(this::mark).list();
    }

    /** @see Proofs#mark */
    Marking mark(UUID proof, int page, PageArea area, String note) {
        Optional<UUID> owner = rows.ownerOf(proof);
        if (owner.isEmpty()) {
            return new Marking.Gone();
        }
        if (!owners.mayChangeHeld(owner.get())) {
            return new Marking.Closed();
        }
        Optional<ProofRows.Row> found = rows.lock(proof);
        if (found.isEmpty()) {
            return new Marking.Gone();
        }
        Marking wrong = wrongNote(note);
        if (wrong != null) {
            return wrong;
        }
        if (page < 1 || page > found.get().proof().pages()) {
            return new Marking.Gone();
        }
        if (count(proof, page) >= MOST_OF_A_PAGE) {
            return new Marking.TooMany(MOST_OF_A_PAGE);
        }
        UUID me = person.id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ProofMark mark = new ProofMark(
                ids.next(), proof, page, area, note.isBlank() ? null : note.strip(), now, people.name(me));
        insert(mark, me);
        publish(found.get().proof(), ProofChanged.What.MARKED, mark.note());
        return new Marking.Done(mark);
    }

    /** @see Proofs#unmark */
    Marking unmark(UUID mark) {
        Optional<ProofMark> found = jdbc.sql(SELECT + "where id = :id")
                .param("id", mark)
                .query(this::mark)
                .optional();
        Optional<UUID> owner = found.flatMap(one -> rows.ownerOf(one.proof()));
        if (owner.isEmpty()) {
            return new Marking.Gone();
        }
        if (!owners.mayChangeHeld(owner.get())) {
            return new Marking.Closed();
        }
        Optional<ProofRows.Row> row = rows.find(found.get().proof());
        if (row.isEmpty()) {
            return new Marking.Gone();
        }
        Optional<Marking> held =
                holds.since(found.get().madeAt(), found.get().proof()).map(Marking.Held::new);
        if (held.isPresent()) {
            return held.get();
        }
        if (jdbc.sql("delete from proof_mark where id = :id").param("id", mark).update() == 0) {
            return new Marking.Gone();
        }
        publish(row.get().proof(), ProofChanged.What.UNMARKED, found.get().note());
        return new Marking.Done(found.get());
    }

    private @Nullable Marking wrongNote(String note) {
        if (note.strip().length() > Proofs.LONGEST_NOTE) {
            return new Marking.NoteTooLong(Proofs.LONGEST_NOTE);
        }
        return RedemptionCodes.containsCode(note) ? new Marking.CodeInNote() : null;
    }

    private int count(UUID proof, int page) {
        return jdbc.sql("select count(*) from proof_mark where proof = :proof and page = :page")
                .param("proof", proof)
                .param("page", page)
                .query(Integer.class)
                .single();
    }

    private void insert(ProofMark mark, UUID by) {
        jdbc.sql("""
                insert into proof_mark
                    (id, proof, page, area_left, area_top, area_width, area_height, note, made_at, made_by)
                values (:id, :proof, :page, :left, :top, :width, :height, :note, :at, :by)
                """)
                .param("id", mark.id())
                .param("proof", mark.proof())
                .param("page", mark.page())
                .param("left", mark.area().left())
                .param("top", mark.area().top())
                .param("width", mark.area().width())
                .param("height", mark.area().height())
                .param("note", FreeText.keptOrNull(mark.note()))
                .param("at", Columns.time(mark.madeAt()))
                .param("by", by)
                .update();
    }

    private void publish(Proof proof, ProofChanged.What what, @Nullable String note) {
        events.publishEvent(new ProofChanged(proof.id(), proof.owner(), proof.kind(), what, note));
    }

    private ProofMark mark(ResultSet rs, int number) throws SQLException {
        return new ProofMark(
                rs.getObject("id", UUID.class),
                rs.getObject("proof", UUID.class),
                rs.getInt("page"),
                new PageArea(
                        rs.getInt("area_left"),
                        rs.getInt("area_top"),
                        rs.getInt("area_width"),
                        rs.getInt("area_height")),
                rs.getString("note"),
                Columns.instant(rs, "made_at"),
                people.name(rs.getObject("made_by", UUID.class)));
    }
}
