package app.carddesk.evidence.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.carddesk.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.springframework.util.unit.DataSize;

/**
 * The clamd of this machine, with one signature of our own and a limit of one megabyte, on a free port. Without one the
 * test is skipped, except on the build server.
 */
public final class RealClamd implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    private final ServerProcess server;
    private final int port = ServerProcess.freePort();

    private RealClamd(Path folder) {
        try {
            Path signatures = Files.createDirectory(folder.resolve("signatures"));
            Files.writeString(
                    signatures.resolve("own.ndb"),
                    "Test-File:0:*:" + HexFormat.of().formatHex(eicar()) + "\n");
            Path settings = folder.resolve("clamd.conf");
            Files.writeString(settings, """
                    Foreground yes
                    TCPSocket %d
                    TCPAddr 127.0.0.1
                    DatabaseDirectory %s
                    TemporaryDirectory %s
                    StreamMaxLength 1M
                    SelfCheck 0
                    """.formatted(port, signatures, folder));
            server = ServerProcess.start(
                    "clamd",
                    port,
                    folder.resolve("clamd.log"),
                    List.of(PROGRAM.toString(), "--config-file=" + settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RealClamd start(Path folder) {
        boolean installed = Files.isExecutable(PROGRAM);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as("clamd is installed").isTrue();
        }
        assumeTrue(installed, "clamd is not installed");
        return new RealClamd(folder);
    }

    /** The test file of the European Institute for Computer Antivirus Research, put together here: see eicar.org. */
    public static byte[] eicar() {
        String text = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR" + "-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public VirusScanner scanner() {
        return new ClamdScanner(
                new ScannerSettings("127.0.0.1", port, ServerProcess.PATIENCE, DataSize.ofMegabytes(25)));
    }

    @Override
    public void close() {
        server.close();
    }
}
