package app.carddesk.cards;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Columns;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.Ids;
import app.carddesk.shared.KeepsFreeText;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of cards and of the states they have had. */
@Repository
@KeepsFreeText("card.retailer")
class CardStore {

    private static final String SELECT = """
            select c.id, c.serial, c.kind, c.form, c.region, c.unit, c.retailer, c.state, c.void_reason,
                   c.activated_at, c.face_value, c.expiry, a.balance,
                   later.serial as replaced_by_serial, earlier.serial as replaces_serial
              from card c
              join ledger_account a on a.card_id = c.id
              left join card later on later.id = c.replaced_by
              left join card earlier on earlier.replaced_by = c.id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Ids ids;

    CardStore(JdbcClient jdbc, JdbcTemplate template, Ids ids) {
        this.jdbc = jdbc;
        this.template = template;
        this.ids = ids;
    }

    /** A change of state, for the history. The first state of a card comes from nowhere. */
    record Change(
            UUID card,
            Instant at,
            UUID by,
            @Nullable CardState from,
            CardState to,
            @Nullable String reason) {}

    Optional<Card> find(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(CardStore::card)
                .optional();
    }

    Optional<Card> find(Serial serial) {
        return jdbc.sql(SELECT + " where c.serial = :serial")
                .param("serial", serial.value())
                .query(CardStore::card)
                .optional();
    }

    /** Those of some cards that there are, in any order. */
    List<Card> all(Collection<UUID> ids) {
        return jdbc.sql(SELECT + " where c.id in (:ids)")
                .param("ids", ids)
                .query(CardStore::card)
                .list();
    }

    /** Holds the row until the transaction ends, and only then reads: what is read is what was last committed. */
    Optional<Card> lock(UUID id) {
        return jdbc.sql("select id from card where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** Which of these serials stand in the register or in the stock. */
    Set<String> known(Collection<String> serials) {
        if (serials.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("select serial from card where serial = any(:serials)"
                        + " union all select serial from replacement_stock where serial = any(:serials)")
                .param("serials", serials.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    boolean isEmpty() {
        return jdbc.sql("select id from card limit 1")
                .query(UUID.class)
                .optional()
                .isEmpty();
    }

    void insert(List<RegisteredCard> cards) {
        template.batchUpdate("""
                insert into card (id, serial, serial_folded, kind, form, region, unit, retailer, state, void_reason,
                                  activated_at, face_value, expiry)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, cards, Math.max(1, cards.size()), (statement, card) -> {
            statement.setObject(1, card.id());
            statement.setString(2, card.serial().value());
            statement.setString(3, LookAlikes.fold(card.serial().value()));
            statement.setString(4, card.kind().name());
            statement.setString(5, card.form().name());
            statement.setString(6, card.soldIn().code());
            statement.setString(7, card.faceValue().unit());
            statement.setString(8, FreeText.keptOrNull(card.retailer()));
            statement.setString(9, card.state().name());
            VoidReason reason = card.voidReason();
            statement.setString(10, reason == null ? null : reason.name());
            statement.setObject(11, Columns.optionalTime(card.activatedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setLong(12, card.faceValue().quantity());
            statement.setObject(13, card.expiry(), Types.DATE);
        });
    }

    void update(RegisteredCard card) {
        VoidReason reason = card.voidReason();
        jdbc.sql("""
                update card
                   set state = :state, void_reason = :reason, activated_at = :activated, replaced_by = :replacedBy
                 where id = :id
                """)
                .param("state", card.state().name())
                .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                .param("activated", Columns.optionalTime(card.activatedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("replacedBy", card.replacedBy(), Types.OTHER)
                .param("id", card.id())
                .update();
    }

    void record(List<Change> changes) {
        template.batchUpdate("""
                insert into card_change (id, card_id, at, by_person, from_state, to_state, reason)
                values (?, ?, ?, ?, ?, ?, ?)
                """, changes, Math.max(1, changes.size()), (statement, change) -> {
            statement.setObject(1, ids.next());
            statement.setObject(2, change.card());
            statement.setObject(3, Columns.time(change.at()));
            statement.setObject(4, change.by());
            CardState from = change.from();
            statement.setString(5, from == null ? null : from.name());
            statement.setString(6, change.to().name());
            statement.setString(7, change.reason());
        });
    }

    private static Card card(ResultSet row, int number) throws SQLException {
        String unit = row.getString("unit");
        String reason = row.getString("void_reason");
        return new Card(
                row.getObject("id", UUID.class),
                new Serial(row.getString("serial")),
                CardKind.valueOf(row.getString("kind")),
                CardForm.valueOf(row.getString("form")),
                new Region(row.getString("region")),
                row.getString("retailer"),
                CardState.valueOf(row.getString("state")),
                reason == null ? null : VoidReason.valueOf(reason),
                Columns.optionalInstant(row, "activated_at"),
                Worth.of(row.getLong("face_value"), unit),
                Worth.of(row.getLong("balance"), unit),
                Columns.optionalDate(row, "expiry"),
                serial(row.getString("replaced_by_serial")),
                serial(row.getString("replaces_serial")));
    }

    private static @Nullable Serial serial(@Nullable String value) {
        return value == null ? null : new Serial(value);
    }
}
