package app.carddesk.cards;

import app.carddesk.startup.Resealing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of the stock's codes. */
@Repository
class StockKeys extends Resealing<StockKeys.Sealed> {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final StockCipher cipher;

    StockKeys(JdbcClient jdbc, StockCipher cipher) {
        super(cipher.keys(), "codes of the stock");
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** A code that lies sealed in the stock. */
    record Sealed(UUID id, Serial serial, byte[] code) {}

    @Override
    protected OptionalInt renew(Sealed sealed, String before) {
        byte[] anew;
        try {
            anew = cipher.seal(sealed.serial(), cipher.open(sealed.serial(), sealed.code(), before));
        } catch (IllegalStateException unreadable) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(replace(sealed.id(), before, anew));
    }

    @Override
    protected String nameOf(Sealed sealed) {
        return sealed.serial().value();
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

    @Override
    protected List<Sealed> under(String keyId, @Nullable Sealed after, int limit) {
        return jdbc.sql("select id, serial, code_sealed from replacement_stock where key_id = :key and id > :after"
                        + " order by id limit " + limit)
                .param("key", keyId)
                .param("after", after == null ? FIRST : after.id())
                .query((row, n) -> new Sealed(
                        row.getObject("id", UUID.class),
                        new Serial(row.getString("serial")),
                        row.getBytes("code_sealed")))
                .list();
    }

    @Override
    protected Optional<String> nextKeyId(String after) {
        return jdbc.sql("select min(key_id) from replacement_stock where key_id > :after")
                .param("after", after)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
