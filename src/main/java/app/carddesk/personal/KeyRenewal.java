package app.carddesk.personal;

import app.carddesk.personal.KeyRows.Row;
import app.carddesk.startup.Resealing;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The installation's key of personal values. Customers' keys that an older one seals are sealed anew; they themselves
 * stay, and so does every text sealed under them: timelines and the audit trail are never rewritten.
 */
@Component
class KeyRenewal extends Resealing<Row> {

    private static final UUID FIRST = new UUID(0, 0);

    private final KeyRows rows;
    private final PersonalCipher cipher;

    KeyRenewal(KeyRows rows, PersonalCipher cipher) {
        super(cipher.keys(), "personal keys");
        this.rows = rows;
        this.cipher = cipher;
    }

    @Override
    protected OptionalInt renew(Row row, String before) {
        byte[] sealed = row.sealed();
        if (sealed == null) {
            return OptionalInt.empty();
        }
        byte[] anew;
        try {
            anew = cipher.sealKey(cipher.openKey(sealed, row.sealedWith(), row.place()), row.place());
        } catch (GeneralSecurityException unreadable) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(rows.renew(new Row(row.subject(), row.generation(), anew, cipher.keyId()), before));
    }

    @Override
    protected String nameOf(Row row) {
        return row.subject().toString();
    }

    @Override
    protected List<Row> under(String keyId, @Nullable Row after, int limit) {
        return after == null
                ? rows.under(keyId, FIRST, 0, limit)
                : rows.under(keyId, after.subject(), after.generation(), limit);
    }

    @Override
    protected Optional<String> nextKeyId(String after) {
        return rows.nextKeyId(after);
    }
}
