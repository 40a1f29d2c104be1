package app.carddesk.cards;

import app.carddesk.access.ForEveryone;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.Installation;
import app.carddesk.shared.Region;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much there is to replace with. Numbers only; codes are never told. */
@Service
@ForEveryone
@Transactional(readOnly = true)
public class StockLevels {

    private final JdbcClient jdbc;
    private final Stock stock;
    private final Clock clock;
    private final Installation installation;

    StockLevels(JdbcClient jdbc, Stock stock, Clock clock, Installation installation) {
        this.jdbc = jdbc;
        this.stock = stock;
        this.clock = clock;
        this.installation = installation;
    }

    /**
     * @param unit a currency code, or a content item behind {@code item:}
     * @param available how many can be issued today; expired content codes are not counted
     */
    public record Level(CardKind kind, CardForm form, Region region, String unit, int available) {}

    /** Every combination that has ever been in stock, also those that have run out. */
    public List<Level> all() {
        return jdbc.sql("""
                select kind, form, region, unit,
                       count(case when state = 'AVAILABLE' and (expiry is null or expiry >= :today) then 1 end) as available
                  from replacement_stock
                 group by kind, form, region, unit
                 order by kind, form, region, unit
                """)
                .param("today", today())
                .query((row, number) -> new Level(
                        CardKind.valueOf(row.getString("kind")),
                        CardForm.valueOf(row.getString("form")),
                        new Region(row.getString("region")),
                        row.getString("unit"),
                        row.getInt("available")))
                .list();
    }

    /** How many there are that could replace this card. */
    public int available(Card like) {
        return stock.available(Stock.Shelf.of(like), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), installation.zone());
    }
}
