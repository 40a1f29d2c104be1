package app.carddesk.evidence;

import app.carddesk.evidence.store.EvidenceContents;
import app.carddesk.evidence.store.UnreadableContentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which contents in the store belong to which proof: the copy and the thumbnail of each page, and the file as it was
 * given, where that is kept. Every change belongs to the running transaction.
 */
@Component
class ProofFiles implements PageCopies {

    private final EvidenceContents contents;
    private final ProofRows rows;
    private final JdbcClient jdbc;

    ProofFiles(EvidenceContents contents, ProofRows rows, JdbcClient jdbc) {
        this.contents = contents;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /**
     * Inserts a proof with its pages and, where it is to be kept, its file as it was given.
     *
     * @param bytes of all of them
     */
    void add(Proof proof, GivenFile file, List<CleanPage> pages, long bytes) {
        byte[] original = file.original();
        Kept kept = keep(pages, original);
        rows.insertPicture(proof, bytes, file.sha256(), kept.original());
        insert(proof.id(), pages, kept.pages());
    }

    /** Keeps the pages of a proof, whose row is there already and has none yet. */
    void put(UUID proof, List<CleanPage> pages) {
        insert(proof, pages, keep(pages, null).pages());
    }

    /** Forgets the pages of a proof and its file as it was given; they go when that is committed. */
    void remove(UUID proof) {
        contents.release(jdbc.sql("""
                        select copy from proof_page where proof = :proof
                        union select thumbnail from proof_page where proof = :proof
                        union select original from proof where id = :proof and original is not null
                        """).param("proof", proof).query(String.class).list());
        jdbc.sql("delete from proof_page where proof = :proof")
                .param("proof", proof)
                .update();
    }

    /**
     * Forgets the file of a proof as it was given, and counts its bytes no longer. The pages stay, of which there must be
     * some; nothing happens where no such file is kept.
     */
    void dropOriginal(Proof proof) {
        dropOriginals(proof.owner(), List.of(proof.id()));
    }

    /** As {@link #dropOriginal}, for several proofs of one owner. */
    void dropOriginals(UUID owner, List<UUID> proofs) {
        List<Dropped> dropped = proofs.isEmpty() ? List.of() : originals(proofs);
        long bytes = 0;
        List<String> addresses = new ArrayList<>();
        for (Dropped each : dropped) {
            if (rows.forgetOriginal(each.proof(), each.address(), each.bytes())) {
                bytes += each.bytes();
                addresses.add(each.address());
            }
        }
        if (!addresses.isEmpty()) {
            // The owner's row last, as everywhere: whoever holds it waits for no proof.
            rows.charge(owner, -bytes);
            contents.release(addresses);
        }
    }

    private List<Dropped> originals(List<UUID> proofs) {
        return jdbc.sql("""
                select p.id, p.original, o.bytes from proof p join evidence_object o on o.address = p.original
                where p.id in (:proofs) and p.pages > 0 order by p.id
                """)
                .param("proofs", proofs)
                .query((row, number) ->
                        new Dropped(row.getObject("id", UUID.class), row.getString("original"), row.getLong("bytes")))
                .list();
    }

    /**
     * A kept copy of a page; empty if there is no such page.
     *
     * @param page counted from 1
     */
    Optional<byte[]> get(UUID proof, int page, PictureSize size) {
        return jdbc.sql("select " + size.column() + " from proof_page where proof = :proof and page = :page")
                .param("proof", proof)
                .param("page", page)
                .query(String.class)
                .optional()
                .map(contents::read);
    }

    /** The file of a proof as it was given, which must be kept. */
    byte[] original(UUID proof) {
        return contents.read(jdbc.sql("select original from proof where id = :proof")
                .param("proof", proof)
                .query(String.class)
                .single());
    }

    private record Dropped(UUID proof, String address, long bytes) {}

    /** Addresses: those of the pages, copy and thumbnail in turn, and that of the file as it was given. */
    private record Kept(List<String> pages, @Nullable String original) {}

    /** All at once: their rows are locked in one order, whatever they belong to. */
    private Kept keep(List<CleanPage> pages, byte @Nullable [] original) {
        List<byte[]> all = new ArrayList<>();
        pages.forEach(page -> all.addAll(List.of(page.copy(), page.thumbnail())));
        if (original != null) {
            all.add(original);
        }
        List<String> addresses = contents.keep(all);
        return new Kept(addresses.subList(0, 2 * pages.size()), original == null ? null : addresses.getLast());
    }

    private void insert(UUID proof, List<CleanPage> pages, List<String> addresses) {
        for (int i = 0; i < pages.size(); i++) {
            CleanPage page = pages.get(i);
            jdbc.sql("""
                    insert into proof_page (proof, page, width, height, copy, thumbnail)
                    values (:proof, :page, :width, :height, :copy, :thumbnail)
                    """)
                    .param("proof", proof)
                    .param("page", page.number())
                    .param("width", page.width())
                    .param("height", page.height())
                    .param("copy", addresses.get(2 * i))
                    .param("thumbnail", addresses.get(2 * i + 1))
                    .update();
        }
    }

    /** Which copies stand for a page. */
    record KeptPage(String copy, String thumbnail) {}

    /** @param page counted from 1 */
    Optional<KeptPage> page(UUID proof, int page) {
        return jdbc.sql("select copy, thumbnail from proof_page where proof = :proof and page = :page")
                .param("proof", proof)
                .param("page", page)
                .query((row, number) -> new KeptPage(row.getString("copy"), row.getString("thumbnail")))
                .optional();
    }

    @Override
    public Optional<byte[]> copy(UUID proof, int page) {
        return get(proof, page, PictureSize.FULL);
    }

    /** The large copy of a page; empty if it cannot be read, as when another has taken its place meanwhile. */
    Optional<byte[]> copy(KeptPage page) {
        try {
            return Optional.of(contents.read(page.copy()));
        } catch (UnreadableContentException gone) {
            return Optional.empty();
        }
    }

    /** How many bytes the copies take that stand for a page. */
    long bytes(KeptPage page) {
        return jdbc.sql("select bytes from evidence_object where address = :copy")
                        .param("copy", page.copy())
                        .query(Long.class)
                        .single()
                + jdbc.sql("select bytes from evidence_object where address = :thumbnail")
                        .param("thumbnail", page.thumbnail())
                        .query(Long.class)
                        .single();
    }

    /** Puts a page in the place of the one with the same number; what stood there goes when that is committed. */
    void replace(UUID proof, CleanPage page) {
        KeptPage old = page(proof, page.number()).orElseThrow();
        List<String> addresses = contents.keep(List.of(page.copy(), page.thumbnail()));
        jdbc.sql("""
                update proof_page set width = :width, height = :height, copy = :copy, thumbnail = :thumbnail
                where proof = :proof and page = :page
                """)
                .param("proof", proof)
                .param("page", page.number())
                .param("width", page.width())
                .param("height", page.height())
                .param("copy", addresses.get(0))
                .param("thumbnail", addresses.get(1))
                .update();
        contents.release(List.of(old.copy(), old.thumbnail()));
    }
}
