package app.carddesk.cards;

import app.carddesk.startup.KeyRing;
import app.carddesk.startup.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals the redemption codes of the stock with AES-256-GCM. A sealed code belongs to its serial: moved to another row,
 * it does not open.
 */
@Component
class StockCipher {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    StockCipher(Secrets secrets) {
        this.keys = secrets.ring("stock");
    }

    /** Names the key that seals now, without telling anything of it; rows carry the name of theirs. */
    String keyId() {
        return keys.newest();
    }

    KeyRing keys() {
        return keys;
    }

    byte[] seal(Serial serial, String code) {
        return seal(serial.value(), code.getBytes(StandardCharsets.US_ASCII));
    }

    /** Seals a part of a file that waits to be imported; it belongs to its place there. */
    byte[] sealPart(String place, byte[] content) {
        return seal(place, content);
    }

    /**
     * @param sealedWith the name of its key
     * @throws IllegalStateException if that key is not here, or it was sealed for another place, or was changed
     */
    byte[] openPart(String place, byte[] sealed, String sealedWith) {
        byte[] key = keys.find(sealedWith)
                .orElseThrow(() -> new IllegalStateException(
                        "An import is sealed with the key " + sealedWith + ", which is not here"));
        return open(place, sealed, key);
    }

    private byte[] seal(String belongsTo, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.newestKey(), nonce, belongsTo, content);
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return both;
    }

    /**
     * @param sealedWith the name of its key
     * @throws IllegalStateException if that key is not here, or it was sealed for another serial, or was changed
     */
    String open(Serial serial, byte[] sealed, String sealedWith) {
        byte[] key = keys.find(sealedWith)
                .orElseThrow(() -> new IllegalStateException(
                        "The code of " + serial + " is sealed with the key " + sealedWith + ", which is not here"));
        return new String(open(serial.value(), sealed, key), StandardCharsets.US_ASCII);
    }

    private static byte[] open(String belongsTo, byte[] sealed, byte[] key) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return run(Cipher.DECRYPT_MODE, key, nonce, belongsTo, rest);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, String belongsTo, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongsTo.getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A code of the stock cannot be sealed or opened", e);
        }
    }
}
