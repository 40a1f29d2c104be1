package app.carddesk.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.ServerProcess;
import app.carddesk.startup.CannotStartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** On a real S3 server. */
class S3StoreTest extends StoreContract.OfObjects {

    private S3Store store;

    @BeforeEach
    void open() {
        store = S3Store.open(S3Server.shared().newBucket());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    ObjectStore objects() {
        return store;
    }

    @Test
    void trying_the_bucket_leaves_nothing_in_it() throws IOException {
        assertThat(list("", 10)).isEmpty();
    }

    @Test
    void what_lay_in_a_folder_is_found_after_it_was_copied_as_it_is(@TempDir Path folder) throws IOException {
        String address = EvidenceStore.addressOf(content("moved"));
        new FolderStore(folder).put(address, content("moved"));
        S3Settings settings = S3Server.shared().newBucket();
        try (S3Client copying = S3Server.shared().client();
                Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            files.forEach(file -> copying.putObject(
                    request -> request.bucket(settings.bucket())
                            .key(folder.relativize(file).toString()),
                    file));
        }
        try (S3Store moved = S3Store.open(settings)) {
            assertThat(moved.get(address)).hasValue(content("moved"));
            assertThat(moved.list("", 10)).extracting(StoredObject::address).containsExactly(address);
        }
    }

    @Test
    void a_wrong_secret_is_said_before_anything_starts() {
        String bucket = S3Server.shared().newBucket().bucket();

        assertRefused(S3Server.shared().settings(bucket, "wrong"), "403", "secret-key");
    }

    @Test
    void a_bucket_that_does_not_exist_is_said_before_anything_starts() {
        assertRefused(
                S3Server.shared().settings("no-such-bucket", S3Server.SECRET_KEY), "NoSuchBucket", "Create the bucket");
    }

    @Test
    void a_server_that_is_not_there_is_said_before_anything_starts() {
        URI nobody = URI.create("http://127.0.0.1:" + ServerProcess.freePort());

        assertRefused(
                new S3Settings(nobody, "us-east-1", "b", "a", "s", true, Duration.ofSeconds(10)),
                "cannot be reached",
                "s3.endpoint");
    }

    @Test
    void settings_that_are_not_whole_are_said_before_anything_starts() {
        assertRefused(
                new S3Settings(null, "us-east-1", "bucket", "", "", true, Duration.ofSeconds(10)),
                "incomplete",
                "access-key");
        assertRefused(
                new S3Settings(
                        URI.create("http://127.0.0.1:1"), "us-east-1", "", "a", "s", true, Duration.ofSeconds(10)),
                "incomplete",
                "s3.bucket");
    }

    @Test
    void a_server_that_goes_away_ends_in_an_error_and_never_in_an_empty_answer() throws IOException {
        String address = EvidenceStore.addressOf(content("gone"));
        try (S3Server server = S3Server.start();
                S3Store vanishing = S3Store.open(server.newBucket())) {
            vanishing.put(address, content("gone"));
            server.close();

            assertThatThrownBy(() -> vanishing.get(address)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> vanishing.put(address, content("gone"))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> vanishing.remove(address)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> vanishing.list("", 1)).isInstanceOf(IOException.class);
        }
    }

    private static void assertRefused(S3Settings settings, String what, String action) {
        assertThatThrownBy(() -> S3Store.open(settings)).isInstanceOfSatisfying(CannotStartException.class, refusal -> {
            assertThat(refusal.what()).contains(what).doesNotContain(S3Server.SECRET_KEY);
            assertThat(refusal.action()).contains(action);
        });
    }
}
