package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.OutsideProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs an outside program for so long at most and takes so much from it at most. Whatever happens, it and whatever it
 * started are gone afterwards.
 */
final class BoundedProgram {

    private BoundedProgram() {}

    /**
     * Runs a program to its end.
     *
     * @param input what it reads from its standard input
     * @param most the most bytes it may write to its standard output
     * @return what it wrote
     * @throws IOException if it cannot be started, failed, wrote too much or was not done in time
     */
    static byte[] run(List<String> command, Map<String, String> environment, byte[] input, int most, Deadline deadline)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            FutureTask<Void> writing = new FutureTask<>(() -> {
                try (OutputStream to = process.getOutputStream()) {
                    to.write(input);
                }
                return null;
            });
            FutureTask<byte[]> reading = new FutureTask<>(() -> {
                try (InputStream from = process.getInputStream()) {
                    return from.readNBytes(most + 1);
                }
            });
            Thread.ofPlatform().name("evidence-program-in").daemon(true).start(writing);
            Thread.ofPlatform().name("evidence-program-out").daemon(true).start(reading);
            byte[] output = reading.get(Math.max(0, deadline.leftNanos()), TimeUnit.NANOSECONDS);
            if (output.length > most) {
                throw new IOException("The program wrote too much");
            }
            if (!process.waitFor(Math.max(0, deadline.leftNanos()), TimeUnit.NANOSECONDS)) {
                throw new IOException("The program did not end in time");
            }
            if (process.exitValue() != 0) {
                throw new IOException("The program failed with " + process.exitValue());
            }
            return output;
        } catch (TimeoutException over) {
            throw new IOException("The program was not done in time", over);
        } catch (ExecutionException broken) {
            throw new IOException("The program's output broke off", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        } finally {
            OutsideProgram.end(process);
        }
    }
}
