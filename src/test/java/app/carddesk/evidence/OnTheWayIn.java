package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where files lie while they are taken in, and nothing afterwards, whatever became of them. */
public final class OnTheWayIn {

    private OnTheWayIn() {}

    public static void assertNothingIsLeft(Installation installation) throws IOException {
        Path incoming = installation.data().resolve("evidence/incoming");
        try (Stream<Path> left = Files.exists(incoming) ? Files.list(incoming) : Stream.empty()) {
            assertThat(left).isEmpty();
        }
    }
}
