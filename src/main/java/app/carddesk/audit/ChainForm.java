package app.carddesk.audit;

import app.carddesk.startup.KeyRing;
import app.carddesk.startup.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is hashed, and how.
 *
 * <p>Every field is written as its length in bytes (four bytes, big-endian; {@code FFFFFFFF} for null) followed by its
 * UTF-8 bytes; numbers in decimal, times as {@link Instant#toString} cut to microseconds, identifiers in their usual
 * form, hashes in lower-case hexadecimal. The fields of form 1 are, in this order:
 *
 * <ul>
 *   <li>an event: {@code carddesk-event}, form, stream, sequence number, previous hash, id, time, who, from where, act,
 *       kind of subject, subject, before, after, reason, digest of the personal values;
 *   <li>the heads of an anchor: {@code carddesk-heads}, form, then for each head, sorted by the name of its stream in
 *       UTF-16: stream, sequence number, hash;
 *   <li>an anchor: {@code carddesk-anchor}, form, number, time, previous hash, count of heads, hash of the heads.
 * </ul>
 *
 * <p>The hash is HMAC-SHA-256 under the installation's key {@code audit}, which is not in the database: whoever owns the
 * database alone can neither change an event nor add one that fits. What is written is never hashed anew: when the key
 * is changed, older ones stay to verify what they hashed, and the first anchor under the new one fixes what they left. The first event of a stream, and the first anchor,
 * follow 32 zero bytes. The digest of personal values is, for each slot in alphabetical order, its name, {@code =} and
 * the SHA-256 of the sealed text, joined by blanks; null if there are none.
 */
@Component
class ChainForm {

    static final int FORM = 1;
    private static final byte[] START = new byte[32];
    private static final String ALGORITHM = "HmacSHA256";

    private final KeyRing keys;

    ChainForm(Secrets secrets) {
        this.keys = secrets.ring("audit");
    }

    KeyRing keys() {
        return keys;
    }

    /** What the first link of a chain follows. */
    static byte[] start() {
        return START.clone();
    }

    byte[] hash(ChainedEvent event) {
        return hash(event, event.stream(), event.sequence(), event.previous());
    }

    /** The hash this event would have at another place. */
    byte[] hash(ChainedEvent event, String stream, long sequence, byte[] previous) {
        return mac(keys.newestKey(), fields(event, stream, sequence, previous));
    }

    /** Whether this event is as it was written, under any of the keys. */
    boolean fits(ChainedEvent event) {
        return fits(event, event.sequence());
    }

    /** Whether this event was written like this for another place of its stream. */
    boolean fits(ChainedEvent event, long sequence) {
        return fits(fields(event, event.stream(), sequence, event.previous()), event.hash());
    }

    boolean fits(Collection<Head> heads, byte[] hash) {
        return fits(fields(heads), hash);
    }

    boolean fits(long number, Instant at, byte[] previous, int heads, byte[] headsHash, byte[] hash) {
        return fits(fields(number, at, previous, heads, headsHash), hash);
    }

    private static Fields fields(ChainedEvent event, String stream, long sequence, byte[] previous) {
        Fields fields = new Fields("carddesk-event", event.form());
        fields.add(stream);
        fields.add(String.valueOf(sequence));
        fields.add(hex(previous));
        fields.add(event.id().toString());
        fields.add(event.at().toString());
        fields.add(event.actor() == null ? null : event.actor().toString());
        fields.add(event.cameFrom());
        fields.add(event.act());
        fields.add(event.subjectKind());
        fields.add(event.subjectId().toString());
        fields.add(event.before());
        fields.add(event.after());
        fields.add(event.reason());
        fields.add(event.personalDigest());
        return fields;
    }

    byte[] hash(Collection<Head> heads) {
        return mac(keys.newestKey(), fields(heads));
    }

    private static Fields fields(Collection<Head> heads) {
        Fields fields = new Fields("carddesk-heads", FORM);
        List<Head> sorted =
                heads.stream().sorted(Comparator.comparing(Head::stream)).toList();
        for (Head head : sorted) {
            fields.add(head.stream());
            fields.add(String.valueOf(head.sequence()));
            fields.add(hex(head.hash()));
        }
        return fields;
    }

    byte[] hash(long number, Instant at, byte[] previous, int heads, byte[] headsHash) {
        return mac(keys.newestKey(), fields(number, at, previous, heads, headsHash));
    }

    private static Fields fields(long number, Instant at, byte[] previous, int heads, byte[] headsHash) {
        Fields fields = new Fields("carddesk-anchor", FORM);
        fields.add(String.valueOf(number));
        fields.add(at.toString());
        fields.add(hex(previous));
        fields.add(String.valueOf(heads));
        fields.add(hex(headsHash));
        return fields;
    }

    /** @param sealed the sealed texts by the names of their slots */
    static @Nullable String digest(Map<String, String> sealed) {
        if (sealed.isEmpty()) {
            return null;
        }
        StringBuilder digest = new StringBuilder();
        new TreeMap<>(sealed)
                .forEach((slot, text) -> digest.append(digest.isEmpty() ? "" : " ")
                        .append(slot)
                        .append('=')
                        .append(hex(sha256(text))));
        return digest.toString();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private boolean fits(Fields fields, byte[] hash) {
        return keys.all().stream().anyMatch(key -> MessageDigest.isEqual(mac(key, fields), hash));
    }

    private static byte[] mac(byte[] key, Fields fields) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(fields.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Fields with their lengths, so that no two rows have the same bytes. */
    private static final class Fields {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private final DataOutputStream out = new DataOutputStream(bytes);

        Fields(String what, int form) {
            add(what);
            add(String.valueOf(form));
        }

        void add(@Nullable String field) {
            try {
                if (field == null) {
                    out.writeInt(-1);
                    return;
                }
                byte[] encoded = field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
