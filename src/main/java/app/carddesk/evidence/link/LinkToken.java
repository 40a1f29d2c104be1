package app.carddesk.evidence.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret part of a link's address: fifteen characters of sixteen that nobody takes for another, which is 60 bits.
 * People read it out in groups of three. It never begins with X and never has sixteen characters, so that it is not
 * taken for a redemption code.
 *
 * @param value in groups, upper case, such as {@code K7F-4HM-RTA-9CW-JNP}
 */
public record LinkToken(String value) {

    /** No two of these look alike: without B 8, D O Q 0, E 3, G 6, S 5, U V, Z 2, I L 1, and without X. */
    static final String ALPHABET = "ACFHJKMNPRTWY479";

    private static final int GROUPS = 5;
    private static final int IN_GROUP = 3;
    private static final Pattern SPELLED = Pattern.compile("[" + ALPHABET + "]{" + GROUPS * IN_GROUP + "}");

    static LinkToken random(SecureRandom random) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < GROUPS * IN_GROUP; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return grouped(characters.toString());
    }

    /** A token however somebody typed it: in small letters, without dashes, with blanks; empty if it cannot be one. */
    static Optional<LinkToken> parse(String typed) {
        String characters = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return SPELLED.matcher(characters).matches() ? Optional.of(grouped(characters)) : Optional.empty();
    }

    private static LinkToken grouped(String characters) {
        return new LinkToken(characters.replaceAll("(.{" + IN_GROUP + "})(?!$)", "$1-"));
    }

    /** What is kept of it. */
    String hash() {
        return hash(value);
    }

    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Says that it is there, and nothing of it: a token in a log would be a way in. */
    @Override
    public String toString() {
        return "LinkToken[…]";
    }
}
