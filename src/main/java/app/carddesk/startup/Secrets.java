package app.carddesk.startup;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of an installation: keys for what is encrypted at rest and the passwords of the default database. Made on
 * first use and kept in {@code secrets.properties} in the data folder, readable by its owner alone; a secret given in
 * the environment as {@code CARDDESK_KEY_<NAME>} (32 bytes, base64) comes first.
 */
public final class Secrets {

    /** The keys that open what is kept; the others are passwords of the default database. */
    private static final List<String> KEYS = List.of("audit", "evidence", "personal", "stock");

    private static final int BYTES = 32;
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private final Path folder;
    private final Path file;
    private final Map<String, String> environment;
    private final Set<String> lost;
    private final Properties kept = new Properties();
    private final SecureRandom random = new SecureRandom();

    Secrets(Path folder, Map<String, String> environment) {
        this(folder, environment, null, Set.of());
    }

    /**
     * @param given a file of keys to take over where the folder has none, as {@link #copyKeys} writes it
     * @param lost the names of keys of which it is known that older ones are gone
     */
    Secrets(Path folder, Map<String, String> environment, @Nullable Path given, Set<String> lost) {
        this.lost = Set.copyOf(lost);
        this.folder = folder;
        this.file = folder.resolve(DataFolder.SECRETS);
        this.environment = Map.copyOf(environment);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw unreadable();
            }
        }
        if (given != null) {
            take(given);
        }
    }

    private void take(Path given) {
        Properties keys = new Properties();
        try (Reader reader = Files.newBufferedReader(given)) {
            keys.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStartException(
                    "The file of keys " + given + " cannot be read.", "Name the one that was written with the backup.");
        }
        for (String name : KEYS) {
            for (String line : List.of(name, name + "-old")) {
                String value = keys.getProperty(line);
                if (value != null) {
                    kept.putIfAbsent(line, value);
                }
            }
        }
        write();
    }

    /** The names of the keys that open what is kept, by purpose; none is made here. */
    public synchronized Map<String, List<String>> keyIds() {
        Map<String, List<String>> ids = new TreeMap<>();
        for (String name : KEYS) {
            ids.put(
                    name,
                    written(name).stream()
                            .map(key -> KeyRing.id(decoded(name, key)))
                            .distinct()
                            .toList());
        }
        return ids;
    }

    /**
     * Writes every key that opens what is kept into a new file that only its owner reads, also those the environment
     * gives. The passwords of the default database are not among them: a restored one gets new ones.
     *
     * @throws IOException if the file is there already or cannot be written
     */
    public synchronized void copyKeys(Path to) throws IOException {
        Properties keys = new Properties();
        for (String name : KEYS) {
            List<String> present = List.copyOf(written(name));
            if (!present.isEmpty()) {
                keys.setProperty(name, present.getFirst());
            }
            if (present.size() > 1) {
                keys.setProperty(name + "-old", String.join(",", present.subList(1, present.size())));
            }
        }
        Files.createFile(to, ownerOnly(to.toAbsolutePath()));
        try (Writer writer = Files.newBufferedWriter(to)) {
            keys.store(writer, "Keys of a Carddesk installation. Keep them apart from its backups.");
        }
    }

    /**
     * The 32 bytes of the key with this name; always the same ones.
     *
     * @throws CannotStartException if the key given is not 32 bytes in base64
     */
    public byte[] key(String name) {
        return decoded(name, text(name));
    }

    /**
     * All keys with this name, the one that seals first, then those that still open what was sealed before: the one in
     * the file where the environment gives another, and what {@code CARDDESK_KEY_<NAME>_OLD} and the line
     * {@code <name>-old} of the file list, separated by commas. So no key that is still written down anywhere is
     * forgotten when a new one is set.
     *
     * @throws CannotStartException if one of them is not 32 bytes in base64
     */
    public synchronized List<byte[]> keys(String name) {
        text(name);
        return written(name).stream().map(text -> decoded(name, text)).toList();
    }

    /** What is written down of a key, the newest first; empty if it was never made. */
    private Set<String> written(String name) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(environment.getOrDefault(variable(name), ""));
        texts.add(kept.getProperty(name, ""));
        String old = name + "-old";
        texts.addAll(List.of(SEPARATOR.split(environment.getOrDefault(variable(old), ""))));
        texts.addAll(List.of(SEPARATOR.split(kept.getProperty(old, ""))));
        texts.remove("");
        return texts;
    }

    /** All keys with this name, each by its own name. */
    public KeyRing ring(String name) {
        return new KeyRing(name, keys(name), lost.contains(name));
    }

    private static byte[] decoded(String name, String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below, together with the wrong length; the value itself is never repeated.
        }
        throw new CannotStartException(
                "The key \"" + name + "\" is not " + BYTES + " bytes in base64.",
                "Restore it from a backup, or correct the variable " + variable(name) + ".");
    }

    /** The key with this name as text, to serve as a password. */
    synchronized String text(String name) {
        String given = environment.get(variable(name));
        if (given != null) {
            return given;
        }
        String value = kept.getProperty(name);
        if (value == null) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            value = Base64.getEncoder().encodeToString(bytes);
            kept.setProperty(name, value);
            write();
        }
        return value;
    }

    private void write() {
        try {
            Path next = Files.createTempFile(folder, "secrets", ".tmp", ownerOnly(folder));
            try (Writer writer = Files.newBufferedWriter(next)) {
                kept.store(
                        writer, "Keys of this installation. Without them its database cannot be read: back them up.");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private CannotStartException unreadable() {
        return new CannotStartException(
                "The keys of this installation in " + file + " cannot be read or written.",
                "Give the account that runs Carddesk the right to read and write that file.");
    }

    private static String variable(String name) {
        return "CARDDESK_KEY_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
