package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CarddeskTest
@Tag("database")
class DemoCardsTest {

    @Autowired
    CardRegister register;

    @Autowired
    Journal journal;

    @Autowired
    CardLookup lookup;

    @Autowired
    ImportRuns runs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignIn signIn;

    @BeforeEach
    void asAgent() {
        signIn.as("agent");
    }

    @AfterEach
    void out() {
        signIn.out();
    }

    @Test
    void every_row_of_the_demo_is_taken() {
        assertThat(jdbc.sql("select sum(refused) from import_run where file_name in ('cards.csv', 'stock.csv')"
                                + " and started_by = :system")
                        .param("system", app.carddesk.access.SystemPerson.ID)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select accepted from import_run where file_name = 'cards.csv' and started_by = :system")
                        .param("system", app.carddesk.access.SystemPerson.ID)
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(600);
    }

    @Test
    void the_card_of_the_tour_is_there() {
        Card card = register.find(new Serial("GCA08Z7154420913")).orElseThrow();

        assertThat(card.kind()).isEqualTo(CardKind.APP_STORE_ITUNES);
        assertThat(card.faceValue()).isEqualTo(Money.ofMinor(50_000, "DKK"));
        assertThat(lookup.find("GCA08Z715").hits())
                .extracting(hit -> hit.serial().value())
                .contains("GCA08Z7154420913", "GCA08Z7159930027", "GCA0BZ71S5102248", "GCA0827155510388");
    }

    @Test
    void the_journal_tells_of_a_linked_card_how_it_came_to_nothing() {
        Card linked = register.find(new Serial("GCA06L1902233458")).orElseThrow();

        assertThat(linked.state()).isEqualTo(CardState.LINKED);
        assertThat(linked.balance().isNothing()).isTrue();
        assertThat(journal.of(linked.id()))
                .extracting(Journal.Entry::kind)
                .containsExactly(EntryKind.ACTIVATION, EntryKind.LINKING);
    }

    @Test
    void every_kind_every_state_and_every_region_is_there() {
        for (String column : List.of("kind", "state", "region", "form")) {
            int expected = switch (column) {
                case "kind" -> 6;
                case "state" -> 5;
                case "region" -> 6;
                default -> 2;
            };
            assertThat(jdbc.sql("select count(distinct " + column + ") from card")
                            .query(Integer.class)
                            .single())
                    .as(column)
                    .isGreaterThanOrEqualTo(expected);
        }
    }
}
