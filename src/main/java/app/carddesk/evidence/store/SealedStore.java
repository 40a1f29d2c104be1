package app.carddesk.evidence.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals contents with AES-256-GCM before they are kept, and reads nothing that is not exactly what was sealed for its
 * address. A sealed object is a header (four letters, one byte of version, twelve letters that name the key, a nonce of
 * twelve bytes), and then the sealed content with its tag. Header and address are authenticated with it, so an object
 * that was moved to another address does not open.
 */
final class SealedStore implements EvidenceStore, SealedContents, AutoCloseable {

    private static final byte[] MAGIC = "CDEV".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = MAGIC.length + 1 + SealingKeys.ID_CHARACTERS + NONCE_BYTES;

    private final ObjectStore objects;
    private final SealingKeys keys;
    private final SecureRandom random = new SecureRandom();

    SealedStore(ObjectStore objects, SealingKeys keys) {
        this.objects = objects;
        this.keys = keys;
    }

    @Override
    public String put(byte[] content) throws IOException {
        String address = Address.of(content);
        objects.put(address, seal(address, content));
        return address;
    }

    @Override
    public Optional<byte[]> get(String address) throws IOException {
        Optional<byte[]> sealed = objects.get(address);
        return sealed.isEmpty() ? Optional.empty() : Optional.of(open(address, sealed.get()));
    }

    @Override
    public Optional<byte[]> sealed(String address) throws IOException {
        return objects.get(address);
    }

    @Override
    public void keepSealed(String address, byte[] sealed) throws IOException {
        objects.put(Address.checked(address), sealed);
    }

    @Override
    public void remove(String address) throws IOException {
        objects.remove(address);
    }

    @Override
    public List<StoredObject> list(String after, int limit) throws IOException {
        return objects.list(after, limit);
    }

    @Override
    public String keyId() {
        return keys.newest();
    }

    @Override
    public void close() {
        objects.close();
    }

    private byte[] seal(String address, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String keyId = keys.newest();
        ByteBuffer sealed = ByteBuffer.allocate(HEADER_BYTES + content.length + TAG_BITS / Byte.SIZE);
        sealed.put(MAGIC)
                .put(VERSION)
                .put(keyId.getBytes(StandardCharsets.US_ASCII))
                .put(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.find(keyId).orElseThrow(), nonce, header(sealed), address);
            cipher.doFinal(ByteBuffer.wrap(content), sealed);
            return sealed.array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES-GCM", impossible);
        }
    }

    private byte[] open(String address, byte[] object) {
        if (object.length < HEADER_BYTES) {
            throw UnreadableContentException.damaged(address);
        }
        ByteBuffer sealed = ByteBuffer.wrap(object);
        byte[] magic = read(sealed, MAGIC.length);
        byte version = sealed.get();
        String keyId = new String(read(sealed, SealingKeys.ID_CHARACTERS), StandardCharsets.US_ASCII);
        byte[] nonce = read(sealed, NONCE_BYTES);
        if (!ByteBuffer.wrap(magic).equals(ByteBuffer.wrap(MAGIC)) || version != VERSION || !isKeyId(keyId)) {
            throw UnreadableContentException.damaged(address);
        }
        SecretKey key = keys.find(keyId).orElseThrow(() -> UnreadableContentException.withoutKey(address, keyId));
        try {
            byte[] content = cipher(Cipher.DECRYPT_MODE, key, nonce, header(sealed), address)
                    .doFinal(object, HEADER_BYTES, object.length - HEADER_BYTES);
            if (Address.of(content).equals(address)) {
                return content;
            }
        } catch (GeneralSecurityException changed) {
            // Said below: a wrong tag and a wrong hash are the same to whoever reads.
        }
        throw UnreadableContentException.damaged(address);
    }

    /** What is not even a name is damage, and must not get into a message. */
    private static boolean isKeyId(String text) {
        return text.chars().allMatch(letter -> Character.digit(letter, 16) >= 0);
    }

    private static byte[] header(ByteBuffer sealed) {
        byte[] header = new byte[HEADER_BYTES];
        sealed.get(0, header);
        return header;
    }

    private static byte[] read(ByteBuffer from, int bytes) {
        byte[] read = new byte[bytes];
        from.get(read);
        return read;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] header, String address)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(address.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
