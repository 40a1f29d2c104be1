package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivedTest {

    @TempDir
    Path folder;

    @Test
    void exactly_the_limit_is_taken_and_gone_afterwards() throws Exception {
        try (Received received = Received.read(bytes(1000), folder, 1000)) {
            assertThat(received.bytes()).isEqualTo(1000);
            assertThat(received.sha256()).isEqualTo("541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53");
            assertThat(folder).isNotEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void one_byte_more_is_refused_and_nothing_is_left() {
        assertThatThrownBy(() -> Received.read(bytes(1001), folder, 1000))
                .isInstanceOf(Received.TooLargeException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_breaks_off_leaves_nothing() {
        InputStream breaking = new SequenceInputStream(bytes(500), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatThrownBy(() -> Received.read(breaking, folder, 1000)).hasMessage("connection reset");
        assertThat(folder).isEmptyDirectory();
        assertThat(Files.exists(folder)).isTrue();
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
