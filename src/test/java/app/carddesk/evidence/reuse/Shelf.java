package app.carddesk.evidence.reuse;

import app.carddesk.evidence.PageCopies;
import app.carddesk.evidence.pictures.Pictures;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts pictures into the real index and looks pictures up in it, without the cases around them. */
public class Shelf implements PageCopies {

    private final ReuseRows rows;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final Lookup lookup;
    private Path folder = Path.of(".");
    private final LongAdder nanoseconds = new LongAdder();
    private final LongAdder looks = new LongAdder();

    public Shelf(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.rows = new ReuseRows(jdbc, ids, clock);
        this.lookup = new Lookup(rows, this);
    }

    /** From now on copies are kept in this folder. */
    public Shelf in(Path place) {
        folder = place;
        nanoseconds.reset();
        looks.reset();
        return this;
    }

    /** Keeps a picture as intake does, under a proof of its own. */
    public UUID keep(BufferedImage picture) {
        return keep(picture, Fingerprints.of(written(picture)));
    }

    private UUID keep(BufferedImage picture, Fingerprint fingerprint) {
        UUID proof = ids.next();
        try {
            Files.write(file(proof), Pictures.copy(picture));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        jdbc.sql("""
                insert into proof (id, owner, kind, state, file_name, pages, width, height, bytes, sha256,
                                   added_at, added_by, came_by, version)
                values (:id, :id, 'OTHER', 'NEW', 'drawn.jpg', 1, 1, 1, 1, :sha256, :now, :id, 'DESK', 0)
                """)
                .param("id", proof)
                .param("sha256", proof.toString())
                .param("now", Columns.time(clock.instant()))
                .update();
        jdbc.sql("insert into reuse_page (proof, page, state, attempts, next_at) values (:id, 1, 'DONE', 1, :now)")
                .param("id", proof)
                .param("now", Columns.time(clock.instant()))
                .update();
        long page = jdbc.sql("select id from reuse_page where proof = :id")
                .param("id", proof)
                .query(Long.class)
                .single();
        rows.write(page, fingerprint);
        return proof;
    }

    /** The kept pictures that are this one. */
    public Set<UUID> find(BufferedImage picture) {
        BufferedImage copy = written(picture);
        long before = cpu();
        List<ReuseRows.Other> same = lookup.same(ids.next(), copy, Fingerprints.toLookUp(copy));
        nanoseconds.add(cpu() - before);
        looks.increment();
        return same.stream().map(ReuseRows.Other::proof).collect(Collectors.toSet());
    }

    /** Looks a picture up and keeps it then, as it happens to each that is given. */
    public Set<UUID> findAndKeep(BufferedImage picture) {
        Set<UUID> found = find(picture);
        keep(picture);
        return found;
    }

    /** What one picture took of a processor, from its copy to the answer, in milliseconds. */
    public double millisecondsEach() {
        return nanoseconds.sum() / 1e6 / Math.max(1, looks.sum());
    }

    /** What the fingerprint that is kept takes of a processor, in milliseconds. */
    public static double millisecondsOfFingerprint(BufferedImage picture) {
        long before = cpu();
        Fingerprints.of(picture);
        return (cpu() - before) / 1e6;
    }

    /** How many bytes of fingerprint are kept of a picture. */
    public static int bytesOf(BufferedImage picture) {
        return Fingerprints.of(picture).encoded().length;
    }

    /** Takes out whatever was kept in this folder. */
    public void clear() {
        try (var files = Files.list(folder)) {
            files.forEach(file -> jdbc.sql("delete from proof where id = :id")
                    .param("id", UUID.fromString(file.getFileName().toString()))
                    .update());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<byte[]> copy(UUID proof, int page) {
        try {
            return Files.exists(file(proof)) ? Optional.of(Files.readAllBytes(file(proof))) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path file(UUID proof) {
        return folder.resolve(proof.toString());
    }

    private static BufferedImage written(BufferedImage picture) {
        return JpegCopies.read(Pictures.copy(picture));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
