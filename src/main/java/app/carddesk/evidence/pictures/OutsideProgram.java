package app.carddesk.evidence.pictures;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A program of the system that works on files nobody trusts. It gets its arguments one by one and never through a shell,
 * nothing of this process's environment, nothing to read, a folder of its own to work in, and bounds for its time, what
 * it says and, where the system can do that, its memory. Whatever it started ends with it.
 */
public final class OutsideProgram {

    private static final Pattern PATH_SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    /**
     * How far a program may go.
     *
     * @param time how long one run may take
     * @param outputBytes the most it may write to its standard output and error together
     * @param memoryBytes the most address space it may have; held to where the system has {@code prlimit}
     * @param fileBytes the most one file that it writes may have; held to likewise
     */
    public record Limits(Duration time, int outputBytes, long memoryBytes, long fileBytes) {}

    /** How a run ended. */
    public sealed interface Outcome {

        /**
         * By itself.
         *
         * @param status 0 if it did what it was asked
         * @param output what it wrote to its standard output and error
         */
        record Ended(int status, byte[] output) implements Outcome {}

        /** It was ended because its time was up, or because whoever waited for it was interrupted. */
        record TookTooLong() implements Outcome {}

        /** It was ended because it would not stop talking. */
        record SaidTooMuch() implements Outcome {}
    }

    private final Path program;
    private final Limits limits;
    private final @Nullable Path prlimit;

    /** @param program where it stands, as {@link #find} tells */
    public OutsideProgram(Path program, Limits limits) {
        this.program = program;
        this.limits = limits;
        this.prlimit = find("prlimit").orElse(null);
    }

    /** Where a program of this name stands on the system's path; empty if it is not installed. */
    public static Optional<Path> find(String name) {
        return find(name, System.getenv().getOrDefault("PATH", ""));
    }

    static Optional<Path> find(String name, String path) {
        return PATH_SEPARATOR
                .splitAsStream(path)
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> in(folder, name).stream())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Optional<Path> in(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name).toAbsolutePath());
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    /**
     * Runs the program to its end or to a limit. Blocks; an interrupt ends the run.
     *
     * @param folder where it works, for it alone; not removed here
     * @throws IOException if it cannot be started
     */
    public Outcome run(List<String> arguments, Path folder) throws IOException {
        List<String> command = new ArrayList<>(bounds());
        command.add(program.toString());
        command.addAll(arguments);
        Process process = prepared(command, folder).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            return await(process);
        } finally {
            end(process);
        }
    }

    private List<String> bounds() {
        if (prlimit == null) {
            return List.of();
        }
        return List.of(
                prlimit.toString(),
                "--as=" + limits.memoryBytes(),
                "--fsize=" + limits.fileBytes(),
                "--cpu=" + (limits.time().toSeconds() + 1),
                "--core=0",
                "--");
    }

    /** A program in a folder of its own that learns nothing about this process. */
    static ProcessBuilder prepared(List<String> command, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(
                Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C", "HOME", folder.toString(), "TMPDIR", folder.toString()));
        return builder;
    }

    private Outcome await(Process process) throws IOException {
        FutureTask<byte[]> output = new FutureTask<>(() -> said(process));
        Thread.ofVirtual().name("outside-program").start(output);
        try {
            long until = System.nanoTime() + limits.time().toNanos();
            if (!process.waitFor(limits.time().toNanos(), TimeUnit.NANOSECONDS)) {
                return new Outcome.TookTooLong();
            }
            byte[] said = output.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            return said.length > limits.outputBytes()
                    ? new Outcome.SaidTooMuch()
                    : new Outcome.Ended(process.exitValue(), said);
        } catch (TimeoutException stillHeldOpen) {
            return new Outcome.TookTooLong();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return new Outcome.TookTooLong();
        } catch (ExecutionException unreadable) {
            throw new IOException("What a program said cannot be read", unreadable.getCause());
        }
    }

    /** What a program says, read as it comes so that it never waits; it is ended at the first byte too many. */
    private byte[] said(Process process) throws IOException {
        try (InputStream from = process.getInputStream()) {
            byte[] said = from.readNBytes(limits.outputBytes() + 1);
            if (said.length > limits.outputBytes()) {
                end(process);
            }
            return said;
        }
    }

    /** Ends a program and whatever it started. */
    public static void end(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
