package app.carddesk.replacements;

import app.carddesk.policies.Allowance;
import app.carddesk.shared.Columns;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much was issued without a decision, from the replacements themselves. */
@Repository
class Usage {

    private static final String SUMS = """
            select count(*) as issued, coalesce(sum(case when unit = :unit then amount else 0 end), 0) as minor
              from replacement where basis = 'WITHIN_LIMIT' and
            """;

    private final JdbcClient jdbc;

    Usage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Allowance.Used ofPerson(UUID person, Instant since, String unit) {
        return read(jdbc.sql(SUMS + " requested_by = :person and issued_at >= :since")
                .param("person", person)
                .param("since", Columns.time(since))
                .param("unit", unit));
    }

    Allowance.Used ofCustomer(UUID customer, Instant since, String unit) {
        return read(jdbc.sql(SUMS + " customer_id = :customer and issued_at >= :since")
                .param("customer", customer)
                .param("since", Columns.time(since))
                .param("unit", unit));
    }

    /** Of a card and all it replaces: the line is walked back from the card, each link by its key. */
    Allowance.Used ofChain(UUID card, String unit) {
        Allowance.Used used = new Allowance.Used(0, BigInteger.ZERO);
        Optional<Link> link = link(card, unit);
        while (link.isPresent()) {
            Allowance.Used more = link.get().used();
            used = new Allowance.Used(used.count() + more.count(), used.minor().add(more.minor()));
            link = link(link.get().earlier(), unit);
        }
        return used;
    }

    private record Link(UUID earlier, Allowance.Used used) {}

    private Optional<Link> link(UUID card, String unit) {
        return jdbc.sql("select old_card, basis, unit, amount from replacement where new_card = :card")
                .param("card", card)
                .query((row, number) -> {
                    boolean counts = row.getString("basis").equals(Basis.WITHIN_LIMIT.name());
                    boolean sums = counts && row.getString("unit").equals(unit);
                    return new Link(
                            row.getObject("old_card", UUID.class),
                            new Allowance.Used(
                                    counts ? 1 : 0,
                                    sums ? BigInteger.valueOf(row.getLong("amount")) : BigInteger.ZERO));
                })
                .optional();
    }

    private static Allowance.Used read(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> {
                    BigDecimal minor = Objects.requireNonNull(row.getBigDecimal("minor"));
                    return new Allowance.Used(row.getLong("issued"), minor.toBigIntegerExact());
                })
                .single();
    }
}
