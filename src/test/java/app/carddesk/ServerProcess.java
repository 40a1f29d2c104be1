package app.carddesk;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** A server that is none of ours, as a process on a port of this machine, with what it says in a file. */
public final class ServerProcess implements AutoCloseable {

    /** How long a server may take to start. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Path log;
    private final Process process;

    private ServerProcess(String name, Path log, List<String> command) {
        this.name = name;
        this.log = log;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, and waits until it listens; fails with what it said if it ends or takes too long. */
    public static ServerProcess start(String name, int port, Path log, List<String> command) {
        ServerProcess started = new ServerProcess(name, log, command);
        started.awaitReady(port);
        return started;
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(int port) {
        boolean listens;
        try {
            await().pollInSameThread().atMost(PATIENCE).until(() -> !process.isAlive() || isHeard(port));
            listens = process.isAlive();
        } catch (ConditionTimeoutException tooLong) {
            listens = false;
        }
        if (!listens) {
            close();
            try {
                throw new AssertionError(name + " did not start:\n" + Files.readString(log));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isHeard(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
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
