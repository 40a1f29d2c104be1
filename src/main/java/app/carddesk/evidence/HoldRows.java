package app.carddesk.evidence;

import app.carddesk.shared.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows by which requests hold proofs; the database lets nobody change a proof that one of them names. */
@Repository
class HoldRows {

    /** What was accepted for this card or declared of it, and where that is meant, what nobody has refused. */
    private static final String MEANT = """
            p.owner = :owner and p.removed_at is null
            and (p.declared_for = :about
                 or exists (select 1 from proof_decision a
                             where a.proof = p.id and a.for_serial = :about and a.state = 'ACCEPTED')
                 or (:undecided and p.state = 'NEW'
                     and not exists (select 1 from proof_decision r
                                      where r.proof = p.id and r.for_serial = :about and r.state = 'REFUSED')))
            """;

    private final JdbcClient jdbc;

    HoldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds the proofs of an owner as they stand, and their acceptances; once more for the same matter adds what is new.
     *
     * @param about the serial number the owner is about
     * @param undecided whether those are held, too, on which nobody has decided
     */
    void hold(UUID owner, String about, UUID matter, String name, boolean undecided, Instant at) {
        bound("update proof p set held = true where not p.held and " + MEANT, owner, about, undecided)
                .update();
        bound("""
                insert into proof_hold (matter, matter_name, proof, kind, revision, held, about, acceptance, held_at)
                select cast(:matter as uuid), cast(:name as varchar), p.id, p.kind, p.revision, true,
                       cast(:about as varchar), d.state, cast(:at as timestamp with time zone)
                  from proof p left join proof_decision d
                    on d.proof = p.id and d.for_serial = :about and d.state = 'ACCEPTED'
                 where not exists (select 1 from proof_hold h
                                    where h.matter = :matter and h.proof = p.id and h.about = :about)
                   and\s""" + MEANT, owner, about, undecided)
                .param("matter", matter)
                .param("name", name)
                .param("at", Columns.time(at))
                .update();
        jdbc.sql("""
                update proof_hold h set acceptance = 'ACCEPTED'
                 where h.matter = :matter and h.about = :about and h.acceptance is null
                   and exists (select 1 from proof_decision d
                                where d.proof = h.proof and d.for_serial = h.about and d.state = 'ACCEPTED')
                """).param("matter", matter).param("about", about).update();
    }

    private JdbcClient.StatementSpec bound(String sql, UUID owner, String about, boolean undecided) {
        return jdbc.sql(sql).param("owner", owner).param("about", about).param("undecided", undecided);
    }

    /** Lets go what a matter holds, except what another one holds, too. */
    void release(UUID matter) {
        List<UUID> proofs = jdbc.sql("select distinct proof from proof_hold where matter = :matter")
                .param("matter", matter)
                .query(UUID.class)
                .list();
        jdbc.sql("delete from proof_hold where matter = :matter")
                .param("matter", matter)
                .update();
        proofs.forEach(proof -> jdbc.sql("""
                        update proof set held = false
                        where id = :proof and not exists (select 1 from proof_hold h where h.proof = proof.id)
                        """).param("proof", proof).update());
    }

    /** The matter that holds a proof since some time or later, by its name. */
    Optional<String> since(Instant at, UUID proof) {
        return jdbc.sql("""
                        select matter_name from proof_hold where proof = :proof and held_at >= :at
                        order by held_at, matter limit 1
                        """)
                .param("proof", proof)
                .param("at", Columns.time(at))
                .query(String.class)
                .optional();
    }
}
