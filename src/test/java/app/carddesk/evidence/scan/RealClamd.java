package app.carddesk.evidence.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.springframework.util.unit.DataSize;

/**
 * The clamd of this machine, with one signature of our own and a limit of one megabyte, on a free port. Without one the
 * test is skipped, except on the build server.
 */
public final class RealClamd implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final int port;

    private RealClamd(Path folder) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        log = folder.resolve("clamd.log");
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
            process = new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
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
        return new ClamdScanner(new ScannerSettings("127.0.0.1", port, PATIENCE, DataSize.ofMegabytes(25)));
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        close();
        try {
            throw new AssertionError("clamd did not start:\n" + Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
