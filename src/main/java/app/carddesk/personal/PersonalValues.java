package app.carddesk.personal;

import app.carddesk.personal.KeyRows.Row;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.RecurringTrouble;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals what is personal before it is told again, and opens it for whoever may read it; who may is for the caller to
 * decide. A sealed text has the form {@code sealed:1:<subject>:<generation>:<base64url>}.
 */
@Component
public class PersonalValues {

    /** What stands where a value was, in the form a timeline keeps values in. */
    public static final String ERASED = "erased:";

    /** What stands where a value cannot be opened: it was changed, or the installation's key is another one. */
    public static final String UNREADABLE = "unreadable:";

    private static final Logger LOG = LoggerFactory.getLogger(PersonalValues.class);
    private static final String SEALED = "sealed:1:";

    /** Nobody: the key of marks belongs to the installation and is never erased. */
    private static final UUID MARKS = new UUID(0, 0);

    private final KeyRows keys;
    private final PersonalCipher cipher;
    private final Clock clock;

    private final RecurringTrouble damaged = new RecurringTrouble();
    private final RecurringTrouble closed = new RecurringTrouble();

    PersonalValues(KeyRows keys, PersonalCipher cipher, Clock clock) {
        this.keys = keys;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Whether this text is sealed. */
    public static boolean isSealed(String text) {
        return text.startsWith(SEALED);
    }

    /**
     * Makes the key of someone who just came to be, so that nobody waits for anybody when it is first used.
     *
     * @param subject a customer; a case where its customer is not known
     */
    public void prepare(UUID subject) {
        currentKey(subject);
    }

    /**
     * Seals a text, with redemption codes in it covered.
     *
     * @param subject the customer it concerns; the case where that is not known
     * @param row the row it will stand in; it opens in no other
     */
    public String seal(UUID subject, UUID row, String text) {
        Row key = currentKey(subject);
        byte[] sealed = cipher.seal(
                opened(key),
                FreeText.kept(text).getBytes(StandardCharsets.UTF_8),
                place(key.subject(), key.generation(), row));
        return SEALED + subject + ":" + key.generation() + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * A mark that equal values have in common, by which they are found without being kept. It cannot be turned back;
     * whoever holds the installation's key can still ask whether a value they guess is it, so marks are removed when
     * what they stand for is erased.
     *
     * @param kind what kind of value it is; equal values of two kinds have different marks
     * @return 43 characters
     */
    public String mark(String kind, String value) {
        byte[] content = (kind + ":" + value).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.mark(opened(currentKey(MARKS)), content));
    }

    /** Lets a case's or a given-up customer's values be erased with those of another customer from now on. */
    public void give(UUID from, UUID to) {
        keys.give(from, to);
    }

    /** Fetches the keys of all these texts at once. */
    public Reader reader(Collection<@Nullable String> texts) {
        Set<UUID> subjects = texts.stream()
                .flatMap(text -> text == null ? Optional.<Parts>empty().stream() : Parts.of(text).stream())
                .map(Parts::subject)
                .collect(Collectors.toSet());
        Map<String, Row> found = new HashMap<>();
        keys.of(subjects).forEach(row -> found.put(row.place(), row));
        return new Reader(found);
    }

    /** Opens texts with the keys fetched for them. */
    public final class Reader {

        private final Map<String, Row> rows;
        private final Map<String, Optional<byte[]>> opened = new HashMap<>();

        private Reader(Map<String, Row> rows) {
            this.rows = rows;
        }

        /**
         * The text in the clear; as it is if it was never sealed; {@link #ERASED} or {@link #UNREADABLE}.
         *
         * @param row the row it stands in
         */
        public String open(String text, UUID row) {
            Optional<Parts> parts = Parts.of(text);
            if (parts.isEmpty()) {
                return text;
            }
            Parts sealed = parts.get();
            Row key = rows.get(sealed.subject() + ":" + sealed.generation());
            if (key == null) {
                return UNREADABLE;
            }
            if (key.sealed() == null) {
                return ERASED;
            }
            return opened.computeIfAbsent(key.place(), place -> PersonalValues.this.open(key))
                    .map(dataKey -> decrypted(dataKey, sealed, row))
                    .orElse(UNREADABLE);
        }

        public @Nullable String openOrNull(@Nullable String text, UUID row) {
            return text == null ? null : open(text, row);
        }

        private String decrypted(byte[] dataKey, Parts sealed, UUID row) {
            try {
                byte[] clear =
                        cipher.open(dataKey, sealed.content(), place(sealed.subject(), sealed.generation(), row));
                return new String(clear, StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                damaged.tell(more -> LOG.warn("A sealed value in the row {} does not open{}", row, more));
                return UNREADABLE;
            }
        }
    }

    /** The newest key that was not erased, made if there is none. */
    private Row currentKey(UUID subject) {
        Optional<Row> newest = keys.newest(subject);
        if (newest.isPresent() && newest.get().sealed() != null) {
            return newest.get();
        }
        int generation = newest.map(row -> row.generation() + 1).orElse(1);
        byte[] sealed = cipher.sealKey(cipher.newKey(), subject + ":" + generation);
        keys.add(new Row(subject, generation, sealed, cipher.keyId()), subject, clock.instant());
        return keys.newest(subject).orElseThrow();
    }

    private byte[] opened(Row key) {
        return open(key).orElseThrow(() -> new IllegalStateException("The key of " + key.subject() + " does not open"));
    }

    private Optional<byte[]> open(Row key) {
        byte[] sealed = key.sealed();
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher.openKey(sealed, key.sealedWith(), key.place()));
        } catch (GeneralSecurityException e) {
            closed.tell(more -> LOG.warn(
                    "The personal key of {} does not open; was the installation's key changed?{}",
                    key.subject(),
                    more));
            return Optional.empty();
        }
    }

    private static String place(UUID subject, int generation, UUID row) {
        return subject + ":" + generation + ":" + row;
    }

    private record Parts(UUID subject, int generation, byte[] content) {

        static Optional<Parts> of(String text) {
            if (!isSealed(text)) {
                return Optional.empty();
            }
            List<String> parts = List.of(text.substring(SEALED.length()).split(":", -1));
            try {
                return parts.size() == 3
                        ? Optional.of(new Parts(
                                UUID.fromString(parts.get(0)),
                                Integer.parseInt(parts.get(1)),
                                Base64.getUrlDecoder().decode(parts.get(2))))
                        : Optional.empty();
            } catch (IllegalArgumentException notSealedByUs) {
                return Optional.empty();
            }
        }
    }
}
