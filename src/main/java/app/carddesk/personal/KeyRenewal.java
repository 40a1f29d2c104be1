package app.carddesk.personal;

import app.carddesk.personal.KeyRows.Row;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The installation's key of personal values: at the start all must be there that seal a customer's key, and customers'
 * keys that an older one seals are sealed anew with the newest. The customers' keys themselves stay, and so does every
 * text sealed under them: timelines and the audit trail are never rewritten.
 */
@Component
class KeyRenewal implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRenewal.class);
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final KeyRows rows;
    private final PersonalCipher cipher;

    KeyRenewal(KeyRows rows, PersonalCipher cipher) {
        this.rows = rows;
        this.cipher = cipher;
    }

    /**
     * What one run did.
     *
     * @param renewed keys sealed anew
     * @param left keys still sealed with an older one, because that is not here or they are damaged
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
                        "Sealed {} personal keys anew with the newest key; {} are left under older keys",
                        renewed.renewed(),
                        renewed.left());
            }
        } catch (RuntimeException stuck) {
            LOG.error("Sealing personal keys anew stopped; the next run goes on", stuck);
        }
    }

    Renewed renew() {
        int renewed = 0;
        int left = 0;
        for (String keyId : inUse()) {
            if (keyId.equals(cipher.keyId())) {
                continue;
            }
            List<Row> part = rows.under(keyId, FIRST, 0, AT_ONCE);
            while (!part.isEmpty()) {
                for (Row row : part) {
                    Optional<Row> anew = anew(row);
                    renewed += anew.map(changed -> rows.renew(changed, keyId)).orElse(0);
                    left += anew.isPresent() ? 0 : 1;
                }
                part = rows.under(
                        keyId, part.getLast().subject(), part.getLast().generation(), AT_ONCE);
            }
        }
        return new Renewed(renewed, left);
    }

    private Optional<Row> anew(Row row) {
        byte[] sealed = row.sealed();
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            byte[] key = cipher.openKey(sealed, row.sealedWith(), row.place());
            return Optional.of(
                    new Row(row.subject(), row.generation(), cipher.sealKey(key, row.place()), cipher.keyId()));
        } catch (GeneralSecurityException unreadable) {
            LOG.error("The personal key of {} does not open and stays as it is", row.subject(), unreadable);
            return Optional.empty();
        }
    }

    private List<String> inUse() {
        List<String> ids = new ArrayList<>();
        Optional<String> next = rows.nextKeyId("");
        while (next.isPresent()) {
            ids.add(next.get());
            next = rows.nextKeyId(next.get());
        }
        return ids;
    }
}
