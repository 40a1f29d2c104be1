package app.carddesk.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers what was answered to a key. The key's row is written first and in the transaction of the act: whoever comes
 * with the same key meanwhile waits, and an act that is rolled back leaves no row, so that it can be tried again.
 */
@Repository
class IdempotencyKeys {

    /** The longest key that is accepted, in characters. */
    static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a key says about the act it came with. */
    sealed interface Claim {
        /** Never seen: act, then call {@link #answer}. */
        record Fresh() implements Claim {}

        /** Seen with the same content, and answered. */
        record Known(String answer) implements Claim {}

        /** Seen with other content, or with another person or operation. */
        record Reused() implements Claim {}
    }

    static boolean fits(String key) {
        return !key.isBlank() && key.length() <= LONGEST;
    }

    Claim claim(String key, String operation, String content, UUID by) {
        String hash = hash(operation + '\n' + by + '\n' + content);
        int inserted = jdbc.sql("""
                        insert into idempotency (request_key, operation, content_hash, made_by, made_at)
                        values (:key, :operation, :hash, :by, :at)
                        on conflict do nothing""")
                .param("key", key)
                .param("operation", operation)
                .param("hash", hash)
                .param("by", by)
                .param("at", Columns.time(clock.instant()))
                .update();
        if (inserted == 1) {
            return new Claim.Fresh();
        }
        Row row = jdbc.sql("select content_hash, answer from idempotency where request_key = :key")
                .param("key", key)
                .query((found, number) -> new Row(found.getString("content_hash"), found.getString("answer")))
                .single();
        if (!row.hash().equals(hash)) {
            return new Claim.Reused();
        }
        if (row.answer() == null) {
            throw new IllegalStateException("A key was kept without its answer");
        }
        return new Claim.Known(row.answer());
    }

    void answer(String key, String answer) {
        jdbc.sql("update idempotency set answer = :answer where request_key = :key")
                .param("answer", answer)
                .param("key", key)
                .update();
    }

    private record Row(String hash, @Nullable String answer) {}

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
