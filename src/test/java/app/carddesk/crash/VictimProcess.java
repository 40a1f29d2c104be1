package app.carddesk.crash;

import app.carddesk.LogCanaries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link Victim} as whoever kills it sees it. */
final class VictimProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 150;

    /** What stands for the end of what it says. */
    private static final String ENDED = "ended";

    /** A process that was killed with -9 ends with 128 and the number of the signal. */
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path log;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Thread listener;

    private VictimProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.listener = Thread.ofPlatform().daemon().name("victim-output").start(this::listen);
    }

    /** Starts one and waits until it is ready. */
    static VictimProcess start(Path folder, List<String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                "--spring.profiles.active=test",
                "--logging.level.root=warn",
                "--carddesk.data=" + folder.resolve("data"),
                "--carddesk.evidence.after-start=P1D",
                "--carddesk.audit.anchor-every=500ms"));
        command.addAll(settings);
        try {
            Path log =
                    Files.createTempFile(Files.createDirectories(Path.of("target", "crash-logs")), "victim-", ".log");
            LogCanaries.watch(log);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            VictimProcess victim = new VictimProcess(process, log);
            victim.expect("ready");
            return victim;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer rest = Files.newBufferedWriter(log)) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(Victim.MARK)) {
                    said.add(line.substring(Victim.MARK.length()));
                } else {
                    rest.write(line + System.lineSeparator());
                    rest.flush();
                }
            }
        } catch (IOException e) {
            // The pipe of a process that was killed may break instead of ending.
        } finally {
            said.add(ENDED);
        }
    }

    void send(String line) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw new AssertionError("The victim does not listen; it wrote:\n" + log(), e);
        }
    }

    /** The next line it says. */
    String hear() {
        try {
            String line = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null || line.equals(ENDED) || line.startsWith("broken ")) {
                throw new AssertionError("The victim said " + line + "; it wrote:\n" + log());
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The rest of the next line, which begins with this word. */
    String expect(String word) {
        String line = hear();
        if (!line.equals(word) && !line.startsWith(word + " ")) {
            throw new AssertionError("The victim should have said " + word + " and said " + line);
        }
        return line.substring(word.length()).strip();
    }

    String ask(String command, String word) {
        send(command);
        return expect(word);
    }

    /** Kills it with -9, and returns what it could still say. */
    List<String> kill() {
        try {
            process.destroyForcibly();
            int exit = process.waitFor();
            if (exit != KILLED) {
                throw new AssertionError("The victim ended by itself, with " + exit + "; it wrote:\n" + log());
            }
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        List<String> last = new ArrayList<>();
        said.drainTo(last);
        last.remove(ENDED);
        return last;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
