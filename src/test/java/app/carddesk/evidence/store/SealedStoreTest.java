package app.carddesk.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedStoreTest extends StoreContract.OfContents {

    private static final byte[] CONTENT = content("a receipt of a customer, in plain words");

    @TempDir
    private Path folder;

    private FolderStore objects;
    private SealedStore store;

    @BeforeEach
    void open() throws IOException {
        objects = new FolderStore(folder);
        store = sealed(key(1));
    }

    @Override
    EvidenceStore store() {
        return store;
    }

    @Test
    void nothing_of_a_content_can_be_seen_where_it_lies() throws IOException {
        byte[] lying = objects.get(store.put(CONTENT)).orElseThrow();

        assertThat(new String(lying, StandardCharsets.ISO_8859_1))
                .startsWith("CDEV\u0001" + store.keyId())
                .doesNotContain("receipt", "customer");
    }

    @Test
    void the_same_content_never_lies_there_twice_alike() throws IOException {
        byte[] once = objects.get(store.put(CONTENT)).orElseThrow();
        byte[] again = objects.get(store.put(CONTENT)).orElseThrow();

        assertThat(again).isNotEqualTo(once).hasSameSizeAs(once);
        assertThat(Arrays.copyOfRange(again, 29, 29 + 16)).isNotEqualTo(Arrays.copyOfRange(once, 29, 29 + 16));
    }

    @Test
    void a_single_changed_bit_anywhere_is_noticed() throws IOException {
        String address = store.put(CONTENT);
        byte[] sealed = objects.get(address).orElseThrow();
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            objects.put(address, changed);

            assertThatThrownBy(() -> store.get(address))
                    .as("bit %s", bit)
                    .isInstanceOf(UnreadableContentException.class)
                    .hasMessageContaining(address);
        }
    }

    @Test
    void what_is_cut_off_made_longer_or_was_never_sealed_is_noticed() throws IOException {
        String address = store.put(CONTENT);
        byte[] sealed = objects.get(address).orElseThrow();
        byte[] noise = new byte[200];
        new Random(1).nextBytes(noise);
        for (byte[] wrong : List.of(
                new byte[0],
                Arrays.copyOf(sealed, 28),
                Arrays.copyOf(sealed, sealed.length - 1),
                Arrays.copyOf(sealed, sealed.length + 1),
                CONTENT,
                noise)) {
            objects.put(address, wrong);

            assertThatThrownBy(() -> store.get(address))
                    .isInstanceOf(UnreadableContentException.class)
                    .hasMessageEndingWith("is damaged");
        }
    }

    @Test
    void a_content_moved_to_another_address_does_not_open_there() throws IOException {
        String here = store.put(CONTENT);
        String there = store.put(content("something else"));
        objects.put(there, objects.get(here).orElseThrow());

        assertThatThrownBy(() -> store.get(there)).isInstanceOf(UnreadableContentException.class);
    }

    @Test
    void after_a_new_key_is_set_old_contents_are_read_with_the_old_one_and_new_ones_sealed_with_the_new()
            throws IOException {
        String old = store.put(CONTENT);
        SealedStore rotated = sealed(key(2), key(1));
        String fresh = rotated.put(content("fresh"));

        assertThat(rotated.keyId()).isNotEqualTo(store.keyId());
        assertThat(rotated.get(old)).hasValue(CONTENT);
        assertThat(sealed(key(2)).get(fresh)).isPresent();
        assertThatThrownBy(() -> sealed(key(2)).get(old))
                .isInstanceOf(UnreadableContentException.class)
                .hasMessageContaining("sealed with the key " + store.keyId());
    }

    private SealedStore sealed(byte[]... keys) {
        return new SealedStore(objects, new SealingKeys(List.of(keys)));
    }

    /** A key that differs from those of other numbers. */
    static byte[] key(int number) {
        byte[] key = new byte[32];
        new Random(number).nextBytes(key);
        return key;
    }
}
