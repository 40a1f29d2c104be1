package app.carddesk.cards;

import app.carddesk.shared.Columns;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import app.carddesk.shared.Worth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The corrections in the database, and the second person behind each that was carried out. */
@Repository
@KeepsFreeText({"card_correction.words", "card_correction.closing_words"})
class CorrectionStore {

    private static final String SELECT = """
            select k.id, k.card_id, c.serial, k.kind, k.unit, k.balance_before, k.balance_after, k.entry_id, k.reason,
                   k.words, k.state, k.asked_by, k.asked_at, k.closed_by, k.closed_at, k.closing_words
              from card_correction k join card c on c.id = k.card_id
            """;

    private final JdbcClient jdbc;

    CorrectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry that may be taken back. */
    record Entry(UUID id, UUID debit, UUID credit, Worth amount, EntryKind kind, boolean reversed) {}

    /** Stores a correction that waits; false if one of the card waits already. */
    boolean insert(Correction correction) {
        return jdbc.sql("""
                        insert into card_correction (id, card_id, kind, unit, balance_before, balance_after, entry_id,
                            reason, words, state, asked_by, asked_at, live_card)
                        values (:id, :card, :kind, :unit, :before, :after, cast(:entry as uuid), :reason, :words,
                            'ASKED', :by, :at, :card)
                        on conflict do nothing""")
                        .param("id", correction.id())
                        .param("card", correction.cardId())
                        .param("kind", correction.kind().name())
                        .param("unit", correction.after().unit())
                        .param("before", correction.before().quantity())
                        .param("after", correction.after().quantity())
                        .param("entry", correction.entry())
                        .param("reason", correction.reason().name())
                        .param("words", FreeText.kept(correction.words()))
                        .param("by", correction.askedBy())
                        .param("at", Columns.time(correction.askedAt()))
                        .update()
                == 1;
    }

    /** Reads a correction and holds its row until the transaction ends. Always taken before the card's row. */
    Optional<Correction> lock(UUID id) {
        return jdbc.sql("select id from card_correction where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    Optional<Correction> find(UUID id) {
        return jdbc.sql(SELECT + " where k.id = :id")
                .param("id", id)
                .query(CorrectionStore::read)
                .optional();
    }

    /** What waits for a second person, the oldest first. */
    List<Correction> waiting() {
        return jdbc.sql(SELECT + " where k.state = 'ASKED' order by k.asked_at, k.id")
                .query(CorrectionStore::read)
                .list();
    }

    int countForOthers(UUID person) {
        return jdbc.sql("select count(*) from card_correction where state = 'ASKED' and asked_by <> :person")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    /** The corrections of a card, newest first. */
    List<Correction> ofCard(UUID card) {
        return jdbc.sql(SELECT + " where k.card_id = :card order by k.asked_at desc, k.id desc")
                .param("card", card)
                .query(CorrectionStore::read)
                .list();
    }

    /** The second person; written before the entry, which the database takes only with it. */
    void confirmed(Correction correction, UUID by, Instant at) {
        jdbc.sql("""
                        insert into card_correction_confirmation
                            (correction_id, asked_by, confirmed_by, confirmed_at, reverses)
                        values (:id, :askedBy, :by, :at, cast(:entry as uuid))""")
                .param("id", correction.id())
                .param("askedBy", correction.askedBy())
                .param("by", by)
                .param("at", Columns.time(at))
                .param("entry", correction.entry())
                .update();
    }

    void closed(UUID id, CorrectionState state, UUID by, @Nullable String words, Instant at) {
        int changed = jdbc.sql("""
                        update card_correction
                           set state = :state, closed_by = :by, closed_at = :at, live_card = null,
                               closing_words = cast(:words as varchar)
                         where id = :id and state = 'ASKED'""")
                .param("state", state.name())
                .param("by", by)
                .param("at", Columns.time(at))
                .param("words", FreeText.keptOrNull(words))
                .param("id", id)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("A correction changed while it was held");
        }
    }

    /** An entry of this card. */
    Optional<Entry> entry(UUID card, UUID id) {
        return jdbc.sql("""
                        select e.id, e.debit, e.credit, e.unit, e.amount, e.kind, k.correction_id
                          from ledger_entry e left join card_correction_confirmation k on k.reverses = e.id
                         where e.id = :id and (e.debit = :card or e.credit = :card)""")
                .param("id", id)
                .param("card", card)
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("debit", UUID.class),
                        row.getObject("credit", UUID.class),
                        Worth.of(row.getLong("amount"), row.getString("unit")),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getObject("correction_id", UUID.class) != null))
                .optional();
    }

    /** What the first of the cards in a line of replacements was sold for; of most cards that is the card itself. */
    Worth firstFaceValue(Card card) {
        UUID id = card.id();
        while (true) {
            Optional<UUID> earlier = jdbc.sql("select id from card where replaced_by = :id")
                    .param("id", id)
                    .query(UUID.class)
                    .optional();
            if (earlier.isEmpty()) {
                break;
            }
            id = earlier.get();
        }
        return jdbc.sql("select face_value, unit from card where id = :id")
                .param("id", id)
                .query((row, number) -> Worth.of(row.getLong("face_value"), row.getString("unit")))
                .single();
    }

    private static Correction read(ResultSet row, int number) throws SQLException {
        String unit = row.getString("unit");
        UUID closedBy = row.getObject("closed_by", UUID.class);
        return new Correction(
                row.getObject("id", UUID.class),
                row.getObject("card_id", UUID.class),
                new Serial(row.getString("serial")),
                CorrectionKind.valueOf(row.getString("kind")),
                Worth.of(row.getLong("balance_before"), unit),
                Worth.of(row.getLong("balance_after"), unit),
                row.getObject("entry_id", UUID.class),
                CorrectionReason.valueOf(row.getString("reason")),
                row.getString("words"),
                CorrectionState.valueOf(row.getString("state")),
                row.getObject("asked_by", UUID.class),
                Columns.instant(row, "asked_at"),
                closedBy == null
                        ? null
                        : new Correction.Closing(
                                closedBy, Columns.instant(row, "closed_at"), row.getString("closing_words")));
    }
}
