package app.carddesk.shared;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address as it is sent, which leads to the very mailbox that is read on a screen: what is written otherwise than
 * it would be sent, letter case and Unicode normalization (NFC) apart, is no address here.
 *
 * @param local what stands before the at sign, as it is written
 * @param domain in ASCII: names beyond it as A-labels (RFC 5890), by UTS 46 without its transitional mappings, which
 *     would make ss of ß and so another's domain
 */
public record MailAddress(String local, String domain) {

    /** In octets, of the local part and of the whole (RFC 5321, 4.5.3.1). */
    private static final int LONGEST_LOCAL = 64;

    private static final int LONGEST = 254;

    private static final Pattern ASCII_LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final String A_LABEL = "xn--";
    private static final Pattern DOTS = Pattern.compile("\\.");
    private static final int ASCII = 0x80;

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.USE_STD3_RULES);

    /** Reads a bare address, as it is written; empty if it is none, or would lead elsewhere than it says. */
    public static Optional<MailAddress> read(String written) {
        String address = Normalizer.normalize(written, Normalizer.Form.NFC);
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        return isLocal(local)
                ? sent(address.substring(at + 1))
                        .map(domain -> new MailAddress(local, domain))
                        .filter(found -> octets(found.toString()) <= LONGEST)
                : Optional.empty();
    }

    /** Whether a mail server has to know SMTPUTF8 (RFC 6531) to carry mail there. */
    public boolean needsUtf8() {
        return !isAscii(local);
    }

    /** The domain as it is read, in small letters, whichever way it was written. */
    public String readableDomain() {
        StringBuilder readable = new StringBuilder();
        NAMES.nameToUnicode(domain, readable, new IDNA.Info());
        return readable.toString();
    }

    private static boolean isLocal(String local) {
        return octets(local) <= LONGEST_LOCAL
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && !isMark(local.codePointAt(0))
                && local.codePoints().allMatch(MailAddress::isLocal);
    }

    /** What an atom is made of (RFC 5322, 3.2.3; RFC 6531, 3.3), as far as it can be seen. */
    private static boolean isLocal(int character) {
        if (character < ASCII) {
            return character > ' ' && character < 0x7F && "@,;:<>()[]\"\\".indexOf(character) < 0;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> !UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static Optional<String> sent(String written) {
        String[] labels = DOTS.split(written, -1);
        StringBuilder ascii = new StringBuilder();
        if (isAscii(written) && !UCharacter.foldCase(written, true).contains(A_LABEL)) {
            ascii.append(written);
        } else {
            IDNA.Info info = new IDNA.Info();
            NAMES.nameToASCII(written, ascii, info);
            if (info.hasErrors()) {
                return Optional.empty();
            }
        }
        String[] sent = DOTS.split(ascii, -1);
        if (sent.length != labels.length) {
            return Optional.empty();
        }
        for (int i = 0; i < sent.length; i++) {
            if (!ASCII_LABEL.matcher(sent[i]).matches() || !isRead(sent[i], labels[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(ascii.toString());
    }

    /** Whether a label that is sent is the one that is read, as it stands or decoded. */
    private static boolean isRead(String sent, String written) {
        if (sent.equalsIgnoreCase(written) && isAscii(written)) {
            return true;
        }
        StringBuilder decoded = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        NAMES.labelToUnicode(sent, decoded, info);
        return !info.hasErrors() && small(decoded).equals(small(written));
    }

    /** Letter by letter: what becomes of several letters at once, as of ß, is not the same word. */
    private static String small(CharSequence text) {
        StringBuilder small = new StringBuilder();
        text.codePoints().map(UCharacter::toLowerCase).forEach(small::appendCodePoint);
        return Normalizer.normalize(small, Normalizer.Form.NFC);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < ASCII);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As it is sent. */
    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
