package app.carddesk;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** The packaged application as a process of its own, the way it is run for real. */
final class RunningCarddesk implements AutoCloseable {

    /** A machine that has much to do is no reason to fail. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static RunningCarddesk demo;

    private final Process process;
    private final Path output;
    private final int port;
    private final Path data;

    private RunningCarddesk(Path data, int port, List<String> arguments) {
        this.port = port;
        this.data = data;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                // Two of them and two browsers share the processors: collecting beside them costs more than it spares.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                System.getProperty("carddesk.jar", "target/carddesk.jar"),
                "--carddesk.data=" + data,
                "--server.port=" + port,
                // A busy machine reads no page in the time an agent would wait.
                "--carddesk.evidence.read-time=60s"));
        command.addAll(arguments);
        try {
            output = Files.createTempFile(Files.createDirectories(Path.of("target", "it-logs")), "carddesk-", ".log");
            LogCanaries.watch(output);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One demo application for all tests of a test process, in a data folder of its own. */
    static synchronized RunningCarddesk demo() {
        if (demo == null) {
            demo = start(newDataFolder(), freePort(), "--spring.profiles.active=demo");
            Runtime.getRuntime().addShutdownHook(new Thread(demo.process::destroy));
            demo.awaitReady();
        }
        return demo;
    }

    static RunningCarddesk start(Path data, int port, String... arguments) {
        return new RunningCarddesk(data, port, List.of(arguments));
    }

    static Path newDataFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "it-data")), "data")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** The folder that holds what it keeps. */
    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    /** Waits until the application says it is well; fails with what it printed if it ends or takes too long. */
    void awaitReady() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Awaitility.await("Carddesk to start")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !process.isAlive() || isWell(client));
        } catch (ConditionTimeoutException e) {
            close();
        }
        if (!process.isAlive()) {
            throw new AssertionError("Carddesk did not start:\n" + output());
        }
    }

    private boolean isWell(HttpClient client) throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create(url("/actuator/health")))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    /** Waits for the process to end by itself. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                close();
                throw new AssertionError("Carddesk did not stop:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process, and fails if it wrote to its log what must never stand there. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        LogCanaries.check(output);
    }

    /** Ends the demo application with the test process that started it. */
    public static final class EndOfTheRun implements LauncherSessionListener {

        @Override
        public void launcherSessionClosed(LauncherSession session) {
            synchronized (RunningCarddesk.class) {
                if (demo != null) {
                    demo.close();
                }
            }
        }
    }
}
