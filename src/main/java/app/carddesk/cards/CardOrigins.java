package app.carddesk.cards;

import app.carddesk.access.ForDesk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who brought a card, or money on it, into the register: whoever imported it or the stock it came from, or confirmed
 * that import, and whoever booked its activation or corrected its balance, by themselves or as one of two. Nobody of
 * them gets it replaced.
 */
@Service
@ForDesk
@Transactional(readOnly = true)
public class CardOrigins {

    /** The longest line of replacements that is walked back; no card is replaced that often. */
    private static final int LONGEST_LINE = 100;

    private final JdbcClient jdbc;

    CardOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever brought this card, or one it was issued for in the place of: the balance came with that one. */
    public Set<UUID> broughtInBy(UUID card) {
        Set<UUID> people = new HashSet<>();
        Optional<UUID> next = Optional.of(card);
        for (int link = 0; next.isPresent() && link < LONGEST_LINE; link++) {
            people.addAll(ofOne(next.get()));
            next = replacedBy(next.get());
        }
        return people;
    }

    private List<UUID> ofOne(UUID card) {
        List<UUID> people = new ArrayList<>(importedOrBookedBy(card));
        people.addAll(importConfirmedBy(card));
        return people;
    }

    /**
     * The second person behind the import of a card or of its stock. Entries of the ledger name their import; a card
     * without any, and stock, arrived while it ran, and imports run one after another.
     */
    private List<UUID> importConfirmedBy(UUID card) {
        return jdbc.sql("""
                        select r.decided_by from ledger_entry e join import_run r on r.id = e.reference
                         where (e.debit = :card or e.credit = :card) and r.decided_by is not null
                        union select r.decided_by from card_change c join import_run r on r.started_by = c.by_person
                               where c.card_id = :card and c.reason = 'IMPORT' and r.content = 'CARDS'
                                 and c.at >= r.decided_at and (r.finished_at is null or c.at <= r.finished_at)
                        union select r.decided_by from replacement_stock s join import_run r on r.started_by = s.brought_by
                               where s.issued_as = :card and r.content = 'STOCK' and s.arrived_at >= r.decided_at
                                 and (r.finished_at is null or s.arrived_at <= r.finished_at)""").param("card", card).query(UUID.class).list();
    }

    private List<UUID> importedOrBookedBy(UUID card) {
        return jdbc.sql("""
                        select by_person from card_change where card_id = :card and reason = 'IMPORT'
                        union select actor from ledger_entry
                               where debit = :card and kind in ('ACTIVATION', 'CORRECTION', 'REVERSAL')
                        union select actor from ledger_entry
                               where credit = :card and kind in ('ACTIVATION', 'CORRECTION', 'REVERSAL')
                        union select asked_by from card_correction where card_id = :card and state = 'CONFIRMED'
                        union select closed_by from card_correction where card_id = :card and state = 'CONFIRMED'
                        union select brought_by from replacement_stock
                               where issued_as = :card and brought_by is not null""").param("card", card).query(UUID.class).list();
    }

    private Optional<UUID> replacedBy(UUID card) {
        return jdbc.sql("select id from card where replaced_by = :card")
                .param("card", card)
                .query(UUID.class)
                .optional();
    }
}
