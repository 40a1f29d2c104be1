package app.carddesk.evidence.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The addresses of contents: the SHA-256 of each, in hexadecimal. */
final class Address {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Address() {}

    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean is(String text) {
        return FORM.matcher(text).matches();
    }

    /** @throws IllegalArgumentException if it is none; nothing else ever becomes part of a path */
    static String checked(String address) {
        if (!is(address)) {
            throw new IllegalArgumentException("Not an address of this store");
        }
        return address;
    }
}
