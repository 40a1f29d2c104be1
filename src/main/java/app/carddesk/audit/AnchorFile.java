package app.carddesk.audit;

import app.carddesk.shared.Installation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The anchors outside the database: one line for each, appended and forced to the disk, never rewritten. A line is the
 * number, the time, the previous hash, the hash of the heads and the anchor's hash, then for each head its stream,
 * sequence number and hash joined by {@code =}, all parted by blanks, and a full stop at its end. A line that a crash cut
 * short lacks the full stop and does not count; the anchor is written again below it.
 */
@Component
class AnchorFile {

    private static final int TAIL_AT_ONCE = 64 * 1024;

    private final Path file;

    AnchorFile(AuditSettings settings, Installation installation) {
        this.file = settings.anchors() == null ? installation.data().resolve("audit-anchors.log") : settings.anchors();
    }

    Path path() {
        return file;
    }

    /** The last whole line, if there is one. */
    synchronized Optional<Anchor> last() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            long length = content.length();
            for (long size = TAIL_AT_ONCE; ; size *= 2) {
                long from = Math.max(0, length - size);
                byte[] tail = new byte[Math.toIntExact(length - from)];
                content.seek(from);
                content.readFully(tail);
                String[] lines = new String(tail, StandardCharsets.UTF_8).split("\n");
                for (int i = lines.length - 1; i > (from == 0 ? -1 : 0); i--) {
                    Optional<Anchor> anchor = read(lines[i]);
                    if (anchor.isPresent()) {
                        return anchor;
                    }
                }
                if (from == 0) {
                    return Optional.empty();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends an anchor; it is on the disk when this returns. */
    synchronized void append(Anchor anchor) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            boolean begun = Files.exists(file) && !endsALine();
            try (FileChannel out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
                ByteBuffer line = StandardCharsets.UTF_8.encode((begun ? "\n" : "") + written(anchor) + "\n");
                while (line.hasRemaining()) {
                    out.write(line);
                }
                out.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over every whole line in its order, one at a time. */
    void read(Consumer<Anchor> each) {
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            while (line != null) {
                read(line).ifPresent(each);
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean endsALine() throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            if (content.length() == 0) {
                return true;
            }
            content.seek(content.length() - 1);
            return content.read() == '\n';
        }
    }

    private static String written(Anchor anchor) {
        String heads = anchor.heads().stream()
                .map(head -> head.stream() + "=" + head.sequence() + "=" + ChainForm.hex(head.hash()) + " ")
                .collect(Collectors.joining());
        return anchor.number() + " " + anchor.at() + " " + ChainForm.hex(anchor.previous()) + " "
                + ChainForm.hex(anchor.headsHash()) + " " + ChainForm.hex(anchor.hash()) + " " + heads + ".";
    }

    private static Optional<Anchor> read(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length < 6 || !parts[parts.length - 1].equals(".")) {
            return Optional.empty();
        }
        try {
            HexFormat hex = HexFormat.of();
            List<Head> heads = new ArrayList<>();
            for (int i = 5; i < parts.length - 1; i++) {
                String[] head = parts[i].split("=", -1);
                heads.add(new Head(head[0], Long.parseLong(head[1]), hex.parseHex(head[2])));
            }
            return Optional.of(new Anchor(
                    Long.parseLong(parts[0]),
                    Instant.parse(parts[1]),
                    hex.parseHex(parts[2]),
                    hex.parseHex(parts[3]),
                    hex.parseHex(parts[4]),
                    heads));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException cutOrForeign) {
            return Optional.empty();
        }
    }
}
