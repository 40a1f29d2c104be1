package app.carddesk.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store does, wherever it keeps things, and sealed or not. */
abstract class StoreContract {

    abstract String put(byte[] content) throws IOException;

    abstract Optional<byte[]> get(String address) throws IOException;

    abstract void remove(String address) throws IOException;

    abstract List<StoredObject> list(String after, int limit) throws IOException;

    @Test
    void what_is_put_is_read_again_under_the_hash_of_its_content() throws IOException {
        String address = put(content("abc"));

        assertThat(address).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(get(address)).hasValueSatisfying(read -> assertThat(read).isEqualTo(content("abc")));
    }

    @Test
    void a_content_of_many_megabytes_comes_back_whole() throws IOException {
        byte[] large = new byte[12_000_001];
        new Random(5).nextBytes(large);

        String address = put(large);

        assertThat(get(address)).hasValueSatisfying(read -> assertThat(read).isEqualTo(large));
        remove(address);
    }

    @Test
    void putting_a_content_again_changes_nothing() throws IOException {
        String address = put(content("twice"));

        assertThat(put(content("twice"))).isEqualTo(address);
        assertThat(get(address)).isPresent();
        assertThat(addresses()).containsOnlyOnce(address);
    }

    @Test
    void what_is_removed_is_gone_and_can_be_put_again() throws IOException {
        String address = put(content("removed"));
        remove(address);
        assertThat(get(address)).isEmpty();
        assertThat(addresses()).doesNotContain(address);

        remove(address);
        put(content("removed"));
        assertThat(get(address)).isPresent();
    }

    @Test
    void everything_is_listed_once_in_order_however_small_the_pieces() throws IOException {
        List<String> put = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            put.add(put(content("listed " + i)));
        }
        put.sort(null);

        List<String> found = new ArrayList<>();
        String after = "";
        for (List<StoredObject> page = list(after, 4); !page.isEmpty(); page = list(after, 4)) {
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            page.forEach(object -> found.add(object.address()));
            after = page.getLast().address();
        }

        assertThat(found).isSorted().doesNotHaveDuplicates().containsAll(put);
        assertThat(list("f".repeat(64), 4)).isEmpty();
    }

    @Test
    void what_is_listed_says_when_it_was_written() throws IOException {
        String address = put(content("dated"));

        StoredObject object = list("", 1000).stream()
                .filter(each -> each.address().equals(address))
                .findFirst()
                .orElseThrow();

        assertThat(object.writtenAt())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(5)),
                        Instant.now().plus(Duration.ofMinutes(5)));
    }

    @Test
    void what_is_no_address_reaches_nothing() {
        Stream.of("", "../../etc/passwd", "A".repeat(64), "a".repeat(63), "a".repeat(63) + "/")
                .forEach(wrong -> {
                    assertThatThrownBy(() -> get(wrong)).isInstanceOf(IllegalArgumentException.class);
                    assertThatThrownBy(() -> remove(wrong)).isInstanceOf(IllegalArgumentException.class);
                });
    }

    static byte[] content(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> addresses() throws IOException {
        return list("", 1000).stream().map(StoredObject::address).toList();
    }

    /** The contract for a store that takes bytes as they are. */
    abstract static class OfObjects extends StoreContract {

        abstract ObjectStore objects() throws IOException;

        @Override
        String put(byte[] content) throws IOException {
            String address = EvidenceStore.addressOf(content);
            objects().put(address, content);
            return address;
        }

        @Override
        Optional<byte[]> get(String address) throws IOException {
            return objects().get(address);
        }

        @Override
        void remove(String address) throws IOException {
            objects().remove(address);
        }

        @Override
        List<StoredObject> list(String after, int limit) throws IOException {
            return objects().list(after, limit);
        }
    }

    /** The contract for a store that seals them. */
    abstract static class OfContents extends StoreContract {

        abstract EvidenceStore store() throws IOException;

        @Override
        String put(byte[] content) throws IOException {
            return store().put(content);
        }

        @Override
        Optional<byte[]> get(String address) throws IOException {
            return store().get(address);
        }

        @Override
        void remove(String address) throws IOException {
            store().remove(address);
        }

        @Override
        List<StoredObject> list(String after, int limit) throws IOException {
            return store().list(after, limit);
        }
    }
}
