package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardChain;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseFile;
import app.carddesk.replacements.TestChains.Replaced;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.terms.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A faulty replacement is replaced in its turn, as a case of its own, and each of the cards knows all of them. */
@CarddeskTest
@Tag("database")
class ReplacementChainsTest {

    @Autowired
    private ReplacementChains chains;

    @Autowired
    private TestChains test;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private CaseFile cases;

    @Autowired
    private Replacements replacements;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void signIn() {
        signIn.as("agent");
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void a_faulty_replacement_is_replaced_with_what_is_left_on_it_and_money_is_conserved() {
        Card first = cards.active(30_000);
        Replaced once = test.replace(first);
        assertThat(once.issued().balance()).isEqualTo(Money.ofMinor(30_000, "DKK"));
        Card second = cards.spend(once.issued(), 12_000);

        Replaced twice = test.replace(second);

        assertThat(twice.of().id()).isNotEqualTo(once.of().id());
        assertThat(twice.request().flags()).contains(ReviewFlag.CARD_IS_A_REPLACEMENT);
        assertThat(twice.request().amount()).isEqualTo(Money.ofMinor(18_000, "DKK"));
        Card third = cards.reload(twice.issued());
        assertThat(third.balance()).isEqualTo(Money.ofMinor(18_000, "DKK"));
        assertThat(third.state()).isEqualTo(CardState.ACTIVE);
        assertThat(List.of(cards.reload(first), cards.reload(second)))
                .allSatisfy(card -> assertThat(card.balance().isNothing()).isTrue())
                .extracting(Card::state)
                .containsOnly(CardState.REPLACED);
        assertThat(moved(first, second)).isEqualTo(30_000);
        assertThat(moved(second, third)).isEqualTo(18_000);
    }

    @Test
    void a_new_case_on_a_replaced_card_points_to_its_replacement_and_is_given_no_second_one() {
        Card first = cards.active(10_000);
        Replaced once = test.replace(first);

        TestCase again = requests.told(cards.reload(first));

        assertThat(cases.dossier(again.id()).verdict().main().rule()).isEqualTo(Rule.REPLACED_BEFORE);
        Card card = cases.dossier(again.id()).card();
        assertThat(card.replacedBy()).isEqualTo(once.issued().serial());
        assertThat(chains.of(card).orElseThrow().links().getFirst().given().caseNumber())
                .isEqualTo(once.of().number());
        assertThat(replacements.request(again.confirmed(), UUID.randomUUID().toString()))
                .isInstanceOf(Handled.Refused.class);
    }

    @Test
    void the_whole_chain_is_known_from_each_of_its_cards() {
        Card first = cards.active(10_000);
        Replaced once = test.replace(first);
        Replaced twice = test.replace(once.issued());
        List<Card> all = List.of(cards.reload(first), cards.reload(once.issued()), cards.reload(twice.issued()));

        for (Card card : all) {
            ReplacementChain chain = chains.of(card).orElseThrow();
            assertThat(chain.chain().cards()).isEqualTo(all);
            assertThat(chain.chain().place(card.id())).isEqualTo(all.indexOf(card) + 1);
            assertThat(chain.chain().moreBefore()).isFalse();
            assertThat(chain.chain().moreAfter()).isFalse();
            assertThat(chain.links())
                    .extracting(link -> link.given() == null
                            ? "nothing"
                            : link.given().number() + " " + link.given().caseNumber())
                    .containsExactly(
                            once.request().number() + " " + once.of().number(),
                            twice.request().number() + " " + twice.of().number(),
                            "nothing");
            assertThat(chain.links().getFirst().given().amount()).isEqualTo(Money.ofMinor(10_000, "DKK"));
        }
    }

    @Test
    void a_card_that_stands_for_no_other_has_no_chain() {
        assertThat(chains.of(cards.active(10_000))).isEmpty();
    }

    @Test
    void a_link_from_before_the_register_is_known_without_its_case() {
        transaction.executeWithoutResult(status -> {
            List<Card> line = line(2);

            ReplacementChain chain = chains.of(line.getFirst()).orElseThrow();

            assertThat(chain.chain().cards()).isEqualTo(line);
            assertThat(chain.links())
                    .allSatisfy(link -> assertThat(link.given()).isNull());
            status.setRollbackOnly();
        });
    }

    @Test
    void of_a_very_long_chain_the_nearest_cards_are_shown() {
        transaction.executeWithoutResult(status -> {
            List<Card> line = line(2 * CardChain.MOST + 5);

            CardChain middle =
                    chains.of(line.get(CardChain.MOST + 2)).orElseThrow().chain();
            assertThat(middle.cards()).isEqualTo(line.subList(2, 2 * CardChain.MOST + 3));
            assertThat(middle.moreBefore()).isTrue();
            assertThat(middle.moreAfter()).isTrue();

            CardChain last = chains.of(line.getLast()).orElseThrow().chain();
            assertThat(last.cards()).isEqualTo(line.subList(CardChain.MOST + 4, line.size()));
            assertThat(last.moreBefore()).isTrue();
            assertThat(last.moreAfter()).isFalse();

            CardChain whole = chains.of(line.get(CardChain.MOST)).orElseThrow().chain();
            assertThat(whole.cards()).startsWith(line.getFirst());
            assertThat(whole.moreBefore()).isFalse();
            status.setRollbackOnly();
        });
    }

    @Test
    void a_chain_that_bites_its_own_tail_is_told_once_around() {
        transaction.executeWithoutResult(status -> {
            List<Card> line = line(3);
            replacedBy(line.getLast(), line.getFirst());
            Card middle = cards.reload(line.get(1));

            assertThat(chains.of(middle).orElseThrow().chain().cards())
                    .extracting(Card::id)
                    .containsExactlyInAnyOrderElementsOf(
                            line.stream().map(Card::id).toList());
            status.setRollbackOnly();
        });
    }

    /** Cards that stand one for another without any request, as they may be imported; to be rolled back. */
    private List<Card> line(int count) {
        List<Card> line = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            line.add(cards.active(1_000));
            if (i > 0) {
                replacedBy(line.get(i - 1), line.get(i));
            }
        }
        return line.stream().map(cards::reload).toList();
    }

    private void replacedBy(Card card, Card by) {
        jdbc.sql("update card set state = 'REPLACED', replaced_by = :by where id = :id")
                .param("by", by.id())
                .param("id", card.id())
                .update();
    }

    private long moved(Card from, Card to) {
        return jdbc.sql("""
                select e.amount from ledger_entry e
                join ledger_account d on d.id = e.debit join ledger_account c on c.id = e.credit
                where d.card_id = :from and c.card_id = :to and e.kind = 'REPLACEMENT'
                """)
                .param("from", from.id())
                .param("to", to.id())
                .query(Long.class)
                .single();
    }
}
