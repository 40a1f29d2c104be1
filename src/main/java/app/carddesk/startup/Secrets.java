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
import java.util.regex.Pattern;

/**
 * The secrets of an installation: keys for what is encrypted at rest and the passwords of the default database. Made on
 * first use and kept in {@code secrets.properties} in the data folder, readable by its owner alone; a secret given in
 * the environment as {@code CARDDESK_KEY_<NAME>} (32 bytes, base64) comes first.
 */
public final class Secrets {

    private static final int BYTES = 32;
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private final Path folder;
    private final Path file;
    private final Map<String, String> environment;
    private final Properties kept = new Properties();
    private final SecureRandom random = new SecureRandom();

    Secrets(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.file = folder.resolve("secrets.properties");
        this.environment = Map.copyOf(environment);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw unreadable();
            }
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
        Set<String> texts = new LinkedHashSet<>();
        texts.add(text(name));
        texts.add(kept.getProperty(name, ""));
        String old = name + "-old";
        texts.addAll(List.of(SEPARATOR.split(environment.getOrDefault(variable(old), ""))));
        texts.addAll(List.of(SEPARATOR.split(kept.getProperty(old, ""))));
        texts.remove("");
        return texts.stream().map(text -> decoded(name, text)).toList();
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

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
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
