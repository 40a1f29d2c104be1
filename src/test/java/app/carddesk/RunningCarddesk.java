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

/** The packaged application as a process of its own, the way it is run for real. */
final class RunningCarddesk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
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
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                System.getProperty("carddesk.jar", "target/carddesk.jar"),
                "--carddesk.data=" + data,
                "--server.port=" + port));
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

    /** One demo application for all tests of a run, in a data folder of its own. */
    static synchronized RunningCarddesk demo() {
        if (demo == null) {
            demo = start(newDataFolder(), freePort(), "--spring.profiles.active=demo");
            demo.awaitReady();
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close));
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
        HttpRequest health = HttpRequest.newBuilder(URI.create(url("/actuator/health")))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    if (client.send(health, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not listening yet.
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new AssertionError("Carddesk did not start:\n" + output());
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

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
