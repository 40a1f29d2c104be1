package app.carddesk.replacements;

import app.carddesk.access.ForDesk;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardChain;
import app.carddesk.cards.CardChains;
import app.carddesk.cases.CaseNumber;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Worth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How one card came to stand for another: the chain of replacements a card is part of. */
@Service
@ForDesk
@Transactional(readOnly = true)
public class ReplacementChains {

    private final CardChains chains;
    private final JdbcClient jdbc;

    ReplacementChains(CardChains chains, JdbcClient jdbc) {
        this.chains = chains;
        this.jdbc = jdbc;
    }

    /** The chain of a card; empty for one that neither replaces another nor was replaced, which costs no statement. */
    public Optional<ReplacementChain> of(Card card) {
        CardChain chain = chains.of(card);
        if (!chain.isLinked()) {
            return Optional.empty();
        }
        Map<UUID, ReplacementChain.Given> given = given(chain);
        return Optional.of(new ReplacementChain(
                chain,
                chain.cards().stream()
                        .map(each -> new ReplacementChain.Link(each, given.get(each.id())))
                        .toList()));
    }

    private Map<UUID, ReplacementChain.Given> given(CardChain chain) {
        Map<UUID, ReplacementChain.Given> given = new HashMap<>();
        jdbc.sql("""
                        select r.old_card, r.request_id, q.request_number, r.case_number, r.unit, r.amount, r.issued_at
                          from replacement r join replacement_request q on q.id = r.request_id
                         where r.old_card in (:cards)""")
                .param("cards", chain.cards().stream().map(Card::id).toList())
                .query(row -> {
                    given.put(
                            row.getObject("old_card", UUID.class),
                            new ReplacementChain.Given(
                                    row.getObject("request_id", UUID.class),
                                    RequestNumber.parse(row.getString("request_number"))
                                            .orElseThrow(),
                                    CaseNumber.parse(row.getString("case_number"))
                                            .orElseThrow(),
                                    Worth.of(row.getLong("amount"), row.getString("unit")),
                                    Columns.instant(row, "issued_at")));
                });
        return given;
    }
}
