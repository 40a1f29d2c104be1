package app.carddesk.cards;

import app.carddesk.access.ForDesk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which cards were issued one for another, whether at this desk or before the card came into the register. */
@Service
@ForDesk
@Transactional(readOnly = true)
public class CardChains {

    private final JdbcClient jdbc;
    private final CardStore cards;

    CardChains(JdbcClient jdbc, CardStore cards) {
        this.jdbc = jdbc;
        this.cards = cards;
    }

    /**
     * The chain of a card, in a bounded number of statements however long it is: of a longer one than {@link
     * CardChain#MOST} either way, the cards that are nearest. One that bit its own tail would be told once around.
     */
    public CardChain of(Card card) {
        if (card.replaces() == null && card.replacedBy() == null) {
            return new CardChain(List.of(card), false, false);
        }
        List<UUID> before = earlier(card.id());
        List<UUID> after = later(card.id());
        List<UUID> near = new ArrayList<>(before.subList(0, Math.min(before.size(), CardChain.MOST)));
        Collections.reverse(near);
        Set<UUID> order = new LinkedHashSet<>(near);
        order.add(card.id());
        order.addAll(after.subList(0, Math.min(after.size(), CardChain.MOST)));
        Map<UUID, Card> found = cards.all(order).stream().collect(Collectors.toMap(Card::id, Function.identity()));
        return new CardChain(
                order.stream().map(found::get).filter(Objects::nonNull).toList(),
                before.size() > CardChain.MOST,
                after.size() > CardChain.MOST);
    }

    /** The cards this one stands for, the nearest first, and one more than are told. */
    private List<UUID> earlier(UUID card) {
        return jdbc.sql("""
                with recursive earlier (id, far) as (
                    select id, 1 from card where replaced_by = :card
                    union all
                    select c.id, e.far + 1 from earlier e join card c on c.replaced_by = e.id where e.far <= :most)
                select id from earlier order by far
                """)
                .param("card", card)
                .param("most", CardChain.MOST)
                .query(UUID.class)
                .list();
    }

    private List<UUID> later(UUID card) {
        return jdbc.sql("""
                with recursive later (id, far) as (
                    select replaced_by, 1 from card where id = :card and replaced_by is not null
                    union all
                    select c.replaced_by, l.far + 1 from later l join card c on c.id = l.id
                    where c.replaced_by is not null and l.far <= :most)
                select id from later order by far
                """)
                .param("card", card)
                .param("most", CardChain.MOST)
                .query(UUID.class)
                .list();
    }
}
