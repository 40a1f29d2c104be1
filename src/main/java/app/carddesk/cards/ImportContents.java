package app.carddesk.cards;

import app.carddesk.startup.Resealing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The files that wait for a second person. They may hold redemption codes, so they lie sealed, part by part, in the
 * database: every node has them, a restart loses none, and nobody reads them there.
 */
@Repository
class ImportContents extends Resealing<ImportContents.Part> {

    private static final int PART = 512 * 1024;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final StockCipher cipher;

    ImportContents(JdbcClient jdbc, StockCipher cipher) {
        super(cipher.keys(), "parts of files that wait to be imported");
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** A part of a file, sealed. */
    record Part(UUID run, int number, byte[] sealed) {

        String place() {
            return run + ":" + number;
        }
    }

    /** Keeps a whole file; part of the caller's transaction. */
    void keep(UUID run, InputStream file) throws IOException {
        int number = 0;
        for (byte[] part = file.readNBytes(PART); part.length > 0; part = file.readNBytes(PART)) {
            jdbc.sql(
                            "insert into import_content (run_id, part, content_sealed, key_id) values (:run, :part, :sealed, :key)")
                    .param("run", run)
                    .param("part", number)
                    .param("sealed", cipher.sealPart(new Part(run, number, part).place(), part))
                    .param("key", cipher.keyId())
                    .update();
            number++;
        }
    }

    /** The file as it was given, a part at a time. */
    InputStream open(UUID run) {
        int parts = jdbc.sql("select count(*) from import_content where run_id = :run")
                .param("run", run)
                .query(Integer.class)
                .single();
        return new SequenceInputStream(new Enumeration<>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < parts;
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                return new ByteArrayInputStream(part(run, next++));
            }
        });
    }

    private byte[] part(UUID run, int number) {
        return jdbc.sql("select content_sealed, key_id from import_content where run_id = :run and part = :part")
                .param("run", run)
                .param("part", number)
                .query((row, n) -> cipher.openPart(
                        new Part(run, number, row.getBytes("content_sealed")).place(),
                        row.getBytes("content_sealed"),
                        row.getString("key_id")))
                .single();
    }

    /** Forgets a file: it was imported, or never will be. */
    void forget(UUID run) {
        jdbc.sql("delete from import_content where run_id = :run")
                .param("run", run)
                .update();
    }

    /** Forgets whatever belongs to imports that are over, wherever their process ended. */
    void forgetOver() {
        jdbc.sql("""
                        delete from import_content where run_id in (select id from import_run
                         where state in ('DONE', 'CANCELLED', 'REFUSED', 'EXPIRED', 'FAILED'))""").update();
    }

    @Override
    protected OptionalInt renew(Part part, String before) {
        byte[] content;
        try {
            content = cipher.openPart(part.place(), part.sealed(), before);
        } catch (IllegalStateException unreadable) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(jdbc.sql("update import_content set content_sealed = :sealed, key_id = :key"
                        + " where run_id = :run and part = :part and key_id = :before")
                .param("sealed", cipher.sealPart(part.place(), content))
                .param("key", cipher.keyId())
                .param("run", part.run())
                .param("part", part.number())
                .param("before", before)
                .update());
    }

    @Override
    protected String nameOf(Part part) {
        return part.place();
    }

    @Override
    protected List<Part> under(String keyId, @Nullable Part after, int limit) {
        return jdbc.sql("select run_id, part, content_sealed from import_content where key_id = :key"
                        + " and (run_id > :run or run_id = :run and part > :part) order by run_id, part limit "
                        + Math.min(limit, 8))
                .param("key", keyId)
                .param("run", after == null ? FIRST : after.run())
                .param("part", after == null ? -1 : after.number())
                .query((row, n) -> new Part(
                        row.getObject("run_id", UUID.class), row.getInt("part"), row.getBytes("content_sealed")))
                .list();
    }

    @Override
    protected Optional<String> nextKeyId(String after) {
        return jdbc.sql("select min(key_id) from import_content where key_id > :after")
                .param("after", after)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
