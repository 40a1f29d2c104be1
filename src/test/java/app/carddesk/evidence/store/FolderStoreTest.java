package app.carddesk.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends StoreContract.OfObjects {

    @TempDir
    private Path folder;

    private FolderStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FolderStore(folder);
    }

    @Override
    ObjectStore objects() {
        return store;
    }

    @Test
    void nothing_unfinished_is_left_by_a_write_that_fails() throws IOException {
        String address = EvidenceStore.addressOf(content("no room"));
        // A file where a folder must be stands for a disk that refuses.
        Files.createFile(folder.resolve(address.substring(0, 2)));

        assertThatThrownBy(() -> store.put(address, content("no room"))).isInstanceOf(IOException.class);

        assertThat(files()).hasSize(1);
    }

    @Test
    void what_a_killed_process_left_unfinished_goes_at_the_next_start() throws IOException {
        put(content("kept"));
        Files.writeString(folder.resolve("unfinished/123"), "half of");

        new FolderStore(folder);

        assertThat(files()).hasSize(1);
    }

    @Test
    void files_of_others_are_not_listed() throws IOException {
        Path legacy = folder.resolve("aa/bb/0190163d-8694-739b-aea5-966c26f8aabb-full.jpg");
        Files.createDirectories(legacy.getParent());
        Files.createFile(legacy);
        Files.createDirectories(folder.resolve("incoming"));
        Files.createFile(folder.resolve("incoming/upload-1.part"));

        assertThat(list("", 10)).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
