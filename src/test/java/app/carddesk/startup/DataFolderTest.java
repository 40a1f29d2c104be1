package app.carddesk.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void makes_the_folder_where_there_is_none() {
        Path wanted = folder.resolve("a/b");

        assertThat(DataFolder.claim(wanted)).isDirectory().isEqualTo(wanted.toAbsolutePath());
    }

    @Test
    void a_folder_that_another_process_holds_is_refused_with_words_and_a_way_out() throws IOException {
        try (FileChannel other = FileChannel.open(
                        folder.resolve("carddesk.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();

            assertThatThrownBy(() -> DataFolder.claim(folder))
                    .isInstanceOfSatisfying(CannotStartException.class, refusal -> {
                        assertThat(refusal.what()).contains("Another Carddesk").contains(folder.toString());
                        assertThat(refusal.action()).contains("--carddesk.data");
                    });
        }
    }

    @Test
    void a_file_in_the_folders_place_is_refused_with_words_and_a_way_out() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));

        assertThatThrownBy(() -> DataFolder.claim(file))
                .isInstanceOfSatisfying(
                        CannotStartException.class,
                        refusal -> assertThat(refusal.action()).contains("--carddesk.data"));
    }

    @Test
    void what_others_could_read_of_an_earlier_installation_they_cannot_read_any_more() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path evidence = Files.createDirectories(folder.resolve("evidence/ab"));
        Path picture = Files.createFile(evidence.resolve("picture"));
        Path outside = Files.createTempFile("outside", "");
        Files.createSymbolicLink(folder.resolve("link"), outside);
        for (Path path : List.of(folder, evidence, picture, outside)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        assertThat(OwnerOnly.tighten(folder)).isTrue();

        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(evidence)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(picture)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(outside))
                .as("what a link leads to is somebody else's")
                .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void keys_are_made_once_and_found_again() {
        byte[] made = new Secrets(folder, Map.of()).key("stock");

        assertThat(made).hasSize(32);
        assertThat(new Secrets(folder, Map.of()).key("stock")).isEqualTo(made);
        assertThat(new Secrets(folder, Map.of()).key("other")).isNotEqualTo(made);
    }

    @Test
    void a_key_from_the_environment_comes_first() {
        byte[] given = new byte[32];
        given[0] = 7;
        String text = Base64.getEncoder().encodeToString(given);

        assertThat(new Secrets(folder, Map.of("CARDDESK_KEY_STOCK", text)).key("stock"))
                .isEqualTo(given);
    }

    @Test
    void a_new_key_leaves_every_other_one_that_is_still_written_down_able_to_open() throws IOException {
        byte[] made = new Secrets(folder, Map.of()).key("evidence");
        byte[] given = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] old = given.clone();
        old[0] = 2;
        byte[] older = given.clone();
        older[0] = 3;

        Map<String, String> environment = Map.of(
                "CARDDESK_KEY_EVIDENCE", text(given), "CARDDESK_KEY_EVIDENCE_OLD", text(old) + ", " + text(older));
        assertThat(new Secrets(folder, environment).keys("evidence")).containsExactly(given, made, old, older);
        assertThat(new Secrets(folder, Map.of()).keys("evidence")).containsExactly(made);

        // Renaming the line makes a new key at the next start.
        Path file = folder.resolve("secrets.properties");
        Files.writeString(file, Files.readString(file).replace("evidence=", "evidence-old="));
        assertThat(new Secrets(folder, Map.of()).keys("evidence"))
                .hasSize(2)
                .last()
                .isEqualTo(made);
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void a_key_of_the_wrong_length_is_refused_without_repeating_it() {
        Secrets secrets = new Secrets(folder, Map.of("CARDDESK_KEY_STOCK", "c2hvcnQ="));

        assertThatThrownBy(() -> secrets.key("stock"))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2hvcnQ=");
    }
}
