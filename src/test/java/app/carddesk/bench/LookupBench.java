package app.carddesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.SignIn;
import app.carddesk.cards.CardLookup;
import app.carddesk.cards.CardLookup.Match;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The look-up beside plain JDBC that sends the same statements. */
@Bench
class LookupBench {

    private static final long CARDS = Long.getLong("carddesk.bench.cards", 200_000);
    private static final int SAMPLES = 300;
    private static final int ROUNDS = 12;
    private static final int WARM_UP = 8;

    @Autowired
    private CardLookup lookup;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignIn signIn;

    private List<String> serials;

    @BeforeEach
    void manyCards() throws Exception {
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into card (id, serial, serial_folded, kind, form, region, unit, retailer, state,
                                      activated_at, face_value)
                    select gen_random_uuid(), s, translate(s, '8365V2', 'BEGSUZ'), 'APP_STORE_ITUNES', 'PHYSICAL', 'DK',
                           'DKK', 'Supermarket Odense', 'ACTIVE', now(), 50000
                      from (select (array['GCA', '60', 'PBH', 'EPY'])[1 + n %% 4] || upper(substr(md5(n::text), 1, 13)) as s
                              from generate_series(1, %d) n) made
                        on conflict do nothing
                    """.formatted(CARDS));
            statement.execute("""
                    insert into ledger_account (id, unit, kind, card_id, balance)
                    select id, unit, 'CARD', id, 50000 from card c
                     where not exists (select 1 from ledger_account a where a.card_id = c.id)
                    """);
            statement.execute("vacuum analyze card");
            statement.execute("vacuum analyze ledger_account");
        }
        serials = jdbc.sql("select serial from card where length(serial) > 14 order by id limit " + SAMPLES)
                .query(String.class)
                .list();
        signIn.as("agent");
    }

    @AfterEach
    void out() {
        signIn.out();
    }

    @Test
    void look_up() throws Exception {
        assertThat(lookup.find(serials.getFirst()).hits().getFirst().match()).isEqualTo(Match.EXACT);
        String misread = misread(serials.getFirst());
        assertThat(lookup.find(misread).hits().getFirst().match()).isEqualTo(Match.LOOK_ALIKE);

        measure("whole serial", each(serial -> serial));
        measure("first seven characters", each(serial -> serial.substring(0, 7)));
        measure("whole serial, misread", each(LookupBench::misread));
        measure(
                "first seven characters, misread",
                each(serial -> misread(serial).substring(0, 7)));
        measure("two characters, \"60\"", Collections.nCopies(SAMPLES, "60"));
        measure("two characters, misread, \"6O\"", Collections.nCopies(SAMPLES, "6O"));
    }

    private List<String> each(UnaryOperator<String> what) {
        return serials.stream().map(what).toList();
    }

    private static String misread(String serial) {
        return serial.substring(0, 2)
                + serial.substring(2).replace('8', 'B').replace('0', 'O').replace('3', 'E');
    }

    private void measure(String what, List<String> typed) throws Exception {
        List<Statements> statements = new ArrayList<>();
        for (String one : typed) {
            statements.add(Statements.of(() -> lookup.find(one)));
        }
        long[] service = new long[typed.size() * ROUNDS];
        long[] plain = new long[service.length];
        try (Connection connection = Database.asApplication()) {
            int at = 0;
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (int i = 0; i < typed.size(); i++) {
                    long start = System.nanoTime();
                    lookup.find(typed.get(i));
                    long middle = System.nanoTime();
                    statements.get(i).replay(connection);
                    long end = System.nanoTime();
                    if (round >= 0) {
                        service[at] = middle - start;
                        plain[at] = end - middle;
                        at++;
                    }
                }
            }
        }
        double sent = statements.stream().mapToInt(Statements::count).average().orElseThrow();
        Figures.add(
                String.format(Locale.ROOT, "look-up of %,d cards: %s (%.1f statements)", CARDS, what, sent),
                Figures.median(service),
                Figures.median(plain));
    }
}
