package app.carddesk.cards;

import app.carddesk.cards.release.CodeRelease;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Opens the sealed code of a card that was taken from the stock. */
@Repository
class StockCodes implements CodeRelease {

    private final JdbcClient jdbc;
    private final StockCipher cipher;
    private final ApplicationEventPublisher events;

    StockCodes(JdbcClient jdbc, StockCipher cipher, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.events = events;
    }

    @Override
    @Transactional
    public Optional<Released> release(UUID card, UUID letter) {
        Optional<Released> released = jdbc.sql(
                        "select serial, code_sealed, key_id from replacement_stock where issued_as = :card and state = 'TAKEN'")
                .param("card", card)
                .query((row, number) -> new Released(cipher.open(
                        new Serial(row.getString("serial")), row.getBytes("code_sealed"), row.getString("key_id"))))
                .optional();
        if (released.isPresent()) {
            events.publishEvent(new CodeReleased(card, letter));
        }
        return released;
    }
}
