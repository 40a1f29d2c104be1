package app.carddesk.cards;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Region;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cards and codes kept for replacements. Their redemption codes go in here; nothing of this module takes them out. */
@Repository
class Stock {

    private static final int CANDIDATES = 32;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final StockCipher cipher;

    Stock(JdbcClient jdbc, JdbcTemplate template, StockCipher cipher) {
        this.jdbc = jdbc;
        this.template = template;
        this.cipher = cipher;
    }

    /** What a replacement has to be alike in: like for like (terms, section 2). */
    record Shelf(CardKind kind, CardForm form, Region region, String unit) {

        static Shelf of(Card card) {
            return new Shelf(
                    card.kind(), card.form(), card.soldIn(), card.faceValue().unit());
        }
    }

    /** A card that arrives, its code still readable; it never leaves memory that way. */
    record Arrival(
            UUID id, Serial serial, Shelf shelf, @Nullable LocalDate expiry, String code) {

        @Override
        public String toString() {
            return "Arrival[" + serial + "]";
        }
    }

    record Taken(UUID id, Serial serial, @Nullable LocalDate expiry) {}

    /**
     * @param by who imports them
     * @param confirmedBy who confirmed that; null if nobody had to
     */
    void add(List<Arrival> arrivals, Instant at, UUID by, @Nullable UUID confirmedBy) {
        template.batchUpdate("""
                insert into replacement_stock
                       (id, serial, kind, form, region, unit, expiry, code_sealed, key_id, state, arrived_at,
                        brought_by, confirmed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'AVAILABLE', ?, ?, ?)
                """, arrivals, Math.max(1, arrivals.size()), (statement, arrival) -> {
            Shelf shelf = arrival.shelf();
            statement.setObject(1, arrival.id());
            statement.setString(2, arrival.serial().value());
            statement.setString(3, shelf.kind().name());
            statement.setString(4, shelf.form().name());
            statement.setString(5, shelf.region().code());
            statement.setString(6, shelf.unit());
            statement.setObject(7, arrival.expiry(), Types.DATE);
            statement.setBytes(8, cipher.seal(arrival.serial(), arrival.code()));
            statement.setString(9, cipher.keyId());
            statement.setObject(10, Columns.time(at));
            statement.setObject(11, by);
            statement.setObject(12, confirmedBy, Types.OTHER);
        });
    }

    /**
     * Holds the oldest that is available and not expired; what another transaction holds is passed over. Candidates are
     * read first and then held one by one, because H2 counts the rows it skips towards a limit.
     *
     * @param notBroughtBy whose stock is passed over, whether they imported it or confirmed that; not empty
     */
    Optional<Taken> hold(Shelf shelf, LocalDate today, Set<UUID> notBroughtBy) {
        UUID after = new UUID(0, 0);
        while (true) {
            List<UUID> candidates = onShelf(jdbc.sql("""
                    select id from replacement_stock
                     where unit = :unit and region = :region and kind = :kind and form = :form and state = 'AVAILABLE'
                       and (expiry is null or expiry >= :today) and id > :after
                       and (brought_by is null or brought_by not in (:notBroughtBy))
                       and (confirmed_by is null or confirmed_by not in (:notBroughtBy))
                     order by id limit :limit
                    """), shelf, today)
                    .param("after", after)
                    .param("notBroughtBy", notBroughtBy)
                    .param("limit", CANDIDATES)
                    .query(UUID.class)
                    .list();
            for (UUID candidate : candidates) {
                Optional<Taken> held = hold(candidate);
                if (held.isPresent()) {
                    return held;
                }
            }
            if (candidates.size() < CANDIDATES) {
                return Optional.empty();
            }
            after = candidates.getLast();
        }
    }

    private Optional<Taken> hold(UUID id) {
        return jdbc.sql("select id, serial, expiry from replacement_stock"
                        + " where id = :id and state = 'AVAILABLE' for update skip locked")
                .param("id", id)
                .query((row, number) -> new Taken(
                        row.getObject("id", UUID.class),
                        new Serial(row.getString("serial")),
                        Columns.optionalDate(row, "expiry")))
                .optional();
    }

    void take(Taken taken, UUID issuedAs, Instant at) {
        int changed = jdbc.sql("update replacement_stock set state = 'TAKEN', issued_as = :card, taken_at = :at"
                        + " where id = :id and state = 'AVAILABLE'")
                .param("card", issuedAs)
                .param("at", Columns.time(at))
                .param("id", taken.id())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("The card " + taken.serial() + " is no longer in stock");
        }
    }

    int available(Shelf shelf, LocalDate today) {
        return onShelf(jdbc.sql("""
                select count(*) from replacement_stock
                 where unit = :unit and region = :region and kind = :kind and form = :form and state = 'AVAILABLE'
                   and (expiry is null or expiry >= :today)
                """), shelf, today).query(Integer.class).single();
    }

    /** Whether there is some, and all of it was brought, or confirmed, by these; what another transaction holds counts. */
    boolean isAllBroughtBy(Shelf shelf, LocalDate today, Set<UUID> people) {
        return onShelf(jdbc.sql("""
                select count(*) as there,
                       coalesce(sum(case when brought_by in (:people) or confirmed_by in (:people) then 1 else 0 end), 0)
                           as theirs
                  from replacement_stock
                 where unit = :unit and region = :region and kind = :kind and form = :form and state = 'AVAILABLE'
                   and (expiry is null or expiry >= :today)
                """), shelf, today)
                .param("people", people)
                .query((row, number) -> row.getLong("there") > 0 && row.getLong("there") == row.getLong("theirs"))
                .single();
    }

    private static JdbcClient.StatementSpec onShelf(JdbcClient.StatementSpec sql, Shelf shelf, LocalDate today) {
        return sql.param("unit", shelf.unit())
                .param("region", shelf.region().code())
                .param("kind", shelf.kind().name())
                .param("form", shelf.form().name())
                .param("today", today);
    }
}
