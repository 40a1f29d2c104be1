package app.carddesk.cards;

import app.carddesk.access.ForDesk;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Columns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The states a card has had. */
@Service
@ForDesk
@Transactional(readOnly = true)
public class CardHistory {

    private final JdbcClient jdbc;

    CardHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param from null for the first state the register knows
     * @param reason why, as a {@link ChangeReason} or, for voided cards, a {@link VoidReason}
     */
    public record Change(
            Instant at,
            UUID by,
            @Nullable CardState from,
            CardState to,
            @Nullable String reason) {}

    /** Why a state changed, apart from voiding, which has reasons of its own. */
    public enum ChangeReason {
        /** As an imported file said. */
        IMPORT,
        /** A supervisor decided for the customer. */
        FOR_CUSTOMER,
        /** Section 8 of the terms. */
        REPLACEMENT,
        /** Two supervisors put it right. */
        CORRECTION
    }

    /** The changes of a card's state, the oldest first. */
    public List<Change> of(UUID card) {
        return jdbc.sql("select at, by_person, from_state, to_state, reason from card_change"
                        + " where card_id = :card order by at, id")
                .param("card", card)
                .query((row, number) -> {
                    String from = row.getString("from_state");
                    return new Change(
                            Columns.instant(row, "at"),
                            row.getObject("by_person", UUID.class),
                            from == null ? null : CardState.valueOf(from),
                            CardState.valueOf(row.getString("to_state")),
                            row.getString("reason"));
                })
                .list();
    }
}
