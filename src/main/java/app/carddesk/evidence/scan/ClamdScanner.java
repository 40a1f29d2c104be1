package app.carddesk.evidence.scan;

import app.carddesk.shared.RecurringTrouble;
import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a clamd over TCP, by its command {@code INSTREAM} (clamd(8)): chunks with their lengths, an empty one at the end,
 * one line in answer.
 *
 * <p>It is spoken to directly because the libraries for it (of those on Maven Central, {@code xyz.capybara:clamav-client}
 * is the one in use) know no time limit, and give up without reading the answer when clamd closes the connection in the
 * middle, which is how it says that a file is too large.
 */
public final class ClamdScanner implements VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScanner.class);
    private static final int CHUNK = 32 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final String FOUND = " FOUND";

    private final ScannerSettings settings;
    private final RecurringTrouble failing = new RecurringTrouble();

    public ClamdScanner(ScannerSettings settings) {
        this.settings = settings;
    }

    @Override
    public Result scan(Path file) {
        Result result = ask(file);
        switch (result) {
            case Result.Clean() -> LOG.debug("A file was scanned and is clean");
            case Result.Infected(String signature) -> LOG.warn("A file was refused: the scanner found {}", signature);
            case Result.TooLarge() -> LOG.warn("A file was refused: it is larger than the virus scanner takes");
            case Result.NoAnswer(String why) ->
                failing.tell(more -> LOG.error(
                        "Files are refused, because the virus scanner fails: {}. Look after clamd{}", why, more));
        }
        return result;
    }

    /** One time for the whole: each read for itself could be drawn out by a scanner that answers letter by letter. */
    private Result ask(Path file) {
        try (Socket socket = new Socket()) {
            FutureTask<Result> task = new FutureTask<>(() -> talk(socket, file));
            Thread.ofVirtual().name("evidence-scan").start(task);
            return task.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return new Result.NoAnswer("no answer within " + settings.timeout());
        } catch (ExecutionException failed) {
            return new Result.NoAnswer(String.valueOf(failed.getCause()));
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return new Result.NoAnswer("interrupted");
        } catch (IOException failed) {
            return new Result.NoAnswer(failed.toString());
        }
    }

    private Result talk(Socket socket, Path file) throws IOException {
        if (Files.size(file) > settings.maxFile().toBytes()) {
            return new Result.TooLarge();
        }
        socket.connect(new InetSocketAddress(settings.host(), settings.port()), (int)
                settings.timeout().toMillis());
        IOException broken = null;
        try {
            send(file, socket.getOutputStream());
        } catch (IOException hungUp) {
            // It may have said why before it hung up.
            broken = hungUp;
        }
        String answer = answer(socket.getInputStream(), broken);
        if (broken == null && answer.equals("stream: OK")) {
            return new Result.Clean();
        }
        if (answer.endsWith(FOUND)) {
            return new Result.Infected(signature(answer));
        }
        return answer.contains("size limit exceeded") ? new Result.TooLarge() : new Result.NoAnswer(printable(answer));
    }

    private static void send(Path file, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        try (InputStream content = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read > 0; read = content.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream from, @Nullable IOException broken) throws IOException {
        StringBuilder answer = new StringBuilder();
        InputStream in = new BufferedInputStream(from);
        try {
            for (int next = in.read(); next > 0 && answer.length() < LONGEST_ANSWER; next = in.read()) {
                answer.append((char) next);
            }
        } catch (IOException nothing) {
            throw broken == null ? nothing : broken;
        }
        if (broken != null && answer.isEmpty()) {
            throw broken;
        }
        return answer.toString().strip();
    }

    private static String signature(String answer) {
        String name = answer.substring(answer.indexOf(':') + 1, answer.length() - FOUND.length());
        return printable(name.strip());
    }

    private static String printable(String text) {
        return text.isEmpty() ? "it hung up" : text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
