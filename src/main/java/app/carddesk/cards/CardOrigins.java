package app.carddesk.cards;

import app.carddesk.access.ForDesk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who brought a card, or money on it, into the register: whoever imported it or the stock it came from, booked its
 * activation or corrected its balance, by themselves or as one of two. Nobody of them gets it replaced.
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
