package app.carddesk.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The keys of the stock's codes: at the start all must be there that sealed one, and what an older key sealed is sealed
 * anew with the newest. Each code is a statement of its own, so it can be broken off anywhere, and several nodes may do
 * it at once.
 */
@Repository
class StockKeys implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(StockKeys.class);
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final StockCipher cipher;

    StockKeys(JdbcClient jdbc, StockCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    private record Sealed(UUID id, Serial serial, byte[] code) {}

    /**
     * What one run did.
     *
     * @param renewed codes sealed anew
     * @param left codes that are still sealed with an older key, because it is not here or they are damaged
     */
    record Renewed(int renewed, int left) {}

    @Override
    public void afterSingletonsInstantiated() {
        cipher.keys().require(inUse());
    }

    @Scheduled(cron = "${carddesk.keys.cron:0 7 3 * * *}", zone = "${carddesk.zone:Europe/Copenhagen}")
    @Scheduled(initialDelayString = "${carddesk.keys.after-start:PT1M}")
    void scheduled() {
        try {
            Renewed renewed = renew();
            if (renewed.renewed() + renewed.left() > 0) {
                LOG.info(
                        "Sealed {} codes of the stock anew with the newest key; {} are left under older keys",
                        renewed.renewed(),
                        renewed.left());
            }
        } catch (RuntimeException stuck) {
            LOG.error("Sealing the stock's codes anew stopped; the next run goes on", stuck);
        }
    }

    Renewed renew() {
        int renewed = 0;
        int left = 0;
        for (String keyId : inUse()) {
            if (keyId.equals(cipher.keyId())) {
                continue;
            }
            List<Sealed> part = under(keyId, FIRST);
            while (!part.isEmpty()) {
                for (Sealed sealed : part) {
                    Optional<byte[]> anew = anew(sealed, keyId);
                    renewed +=
                            anew.map(code -> replace(sealed.id(), keyId, code)).orElse(0);
                    left += anew.isPresent() ? 0 : 1;
                }
                part = under(keyId, part.getLast().id());
            }
        }
        return new Renewed(renewed, left);
    }

    private Optional<byte[]> anew(Sealed sealed, String keyId) {
        try {
            return Optional.of(cipher.seal(sealed.serial(), cipher.open(sealed.serial(), sealed.code(), keyId)));
        } catch (IllegalStateException unreadable) {
            LOG.error("The code of the stock {} does not open and stays as it is", sealed.serial(), unreadable);
            return Optional.empty();
        }
    }

    private int replace(UUID id, String before, byte[] code) {
        return jdbc.sql("update replacement_stock set code_sealed = :code, key_id = :key"
                        + " where id = :id and key_id = :before")
                .param("code", code)
                .param("key", cipher.keyId())
                .param("id", id)
                .param("before", before)
                .update();
    }

    private List<Sealed> under(String keyId, UUID after) {
        return jdbc.sql("select id, serial, code_sealed from replacement_stock where key_id = :key and id > :after"
                        + " order by id limit " + AT_ONCE)
                .param("key", keyId)
                .param("after", after)
                .query((row, n) -> new Sealed(
                        row.getObject("id", UUID.class),
                        new Serial(row.getString("serial")),
                        row.getBytes("code_sealed")))
                .list();
    }

    /** The names of the keys in use; one look into the index for each. */
    private List<String> inUse() {
        List<String> ids = new ArrayList<>();
        Optional<String> next = after("");
        while (next.isPresent()) {
            ids.add(next.get());
            next = after(next.get());
        }
        return ids;
    }

    private Optional<String> after(String keyId) {
        return jdbc.sql("select min(key_id) from replacement_stock where key_id > :after")
                .param("after", keyId)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
