package app.carddesk.personal;

import app.carddesk.startup.KeyRing;
import app.carddesk.startup.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * AES-256-GCM twice: texts are sealed with a data key, and data keys with the installation's key. What is sealed is
 * bound to its place and opens nowhere else.
 */
@Component
class PersonalCipher {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final String MARK = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    PersonalCipher(Secrets secrets) {
        this.keys = secrets.ring("personal");
    }

    /** Names the installation's key that seals now, without telling anything of it. */
    String keyId() {
        return keys.newest();
    }

    KeyRing keys() {
        return keys;
    }

    byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    byte[] sealKey(byte[] dataKey, String place) {
        return seal(keys.newestKey(), dataKey, place);
    }

    /**
     * @param sealedWith the name of the installation's key it was sealed with
     * @throws GeneralSecurityException if that key is not here, or it was changed
     */
    byte[] openKey(byte[] sealed, String sealedWith, String place) throws GeneralSecurityException {
        byte[] key = keys.find(sealedWith)
                .orElseThrow(() -> new GeneralSecurityException("The key " + sealedWith + " is not here"));
        return open(key, sealed, place);
    }

    byte[] seal(byte[] key, byte[] content, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, place, content);
            byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A personal value cannot be sealed", e);
        }
    }

    /** @throws GeneralSecurityException if it was sealed with another key, for another place, or was changed */
    byte[] open(byte[] key, byte[] sealed, String place) throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, Math.min(NONCE_BYTES, sealed.length), sealed.length);
        return run(Cipher.DECRYPT_MODE, key, nonce, place, rest);
    }

    /** HMAC-SHA-256: the same for the same content, and telling nothing of it to whoever does not hold the key. */
    byte[] mark(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(MARK);
            mac.init(new SecretKeySpec(key, MARK));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, String place, byte[] input)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(input);
    }
}
