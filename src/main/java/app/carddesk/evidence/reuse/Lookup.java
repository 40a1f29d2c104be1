package app.carddesk.evidence.reuse;

import app.carddesk.evidence.PageCopies;
import app.carddesk.evidence.reuse.ReuseRows.Hit;
import app.carddesk.evidence.reuse.ReuseRows.Known;
import georegression.struct.affine.Affine2D_F64;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Looks for a picture among all pages known: an index names the few that share the rarest words, and only those are laid
 * on it and compared.
 */
@Component
class Lookup {

    /** The most pages that are compared with one. */
    private static final int CANDIDATES = 5;

    private final ReuseRows rows;
    private final PageCopies copies;

    Lookup(ReuseRows rows, PageCopies copies) {
        this.rows = rows;
        this.copies = copies;
    }

    /** Pages of other proofs that show this picture. */
    List<ReuseRows.Other> same(UUID proof, BufferedImage picture, List<Fingerprint> fingerprints) {
        List<ReuseRows.Other> same = new ArrayList<>();
        Greys greys = Greys.toCompare(picture);
        Set<Long> looked = new HashSet<>();
        for (Candidate candidate : candidates(fingerprints)) {
            if (looked.size() == CANDIDATES) {
                break;
            }
            Optional<Known> known = rows.known(candidate.page());
            if (known.isEmpty() || known.get().proof().equals(proof) || !looked.add(candidate.page())) {
                continue;
            }
            Fingerprint kept = Fingerprint.decoded(known.get().fingerprint());
            if (shows(greys, fingerprints.get(candidate.size()), known.get(), kept)) {
                same.add(new ReuseRows.Other(known.get().proof(), known.get().page()));
            }
        }
        return same;
    }

    private boolean shows(Greys greys, Fingerprint fingerprint, Known known, Fingerprint kept) {
        Optional<Affine2D_F64> map = Alignment.of(fingerprint, kept);
        return map.isPresent()
                && copies.copy(known.proof(), known.page())
                        .map(JpegCopies::read)
                        .map(other -> Comparison.of(greys, Greys.toCompare(other), map.get()))
                        .filter(Comparison::isSame)
                        .isPresent();
    }

    /**
     * A page that shares words.
     *
     * @param size at which of the sizes it was looked up
     */
    private record Candidate(long page, int size) {}

    /** Pages by how rare the words are that they share at one of the sizes, the best first. */
    private List<Candidate> candidates(List<Fingerprint> fingerprints) {
        int[] words = fingerprints.stream()
                .flatMapToInt(fingerprint -> IntStream.of(fingerprint.words()))
                .distinct()
                .toArray();
        Map<Integer, List<Long>> pages = new HashMap<>();
        for (Hit hit : rows.hits(words)) {
            pages.computeIfAbsent(hit.word(), word -> new ArrayList<>()).add(hit.page());
        }
        pages.values().removeIf(known -> known.size() > ReuseRows.COMMON);
        Map<Candidate, Double> scores = new HashMap<>();
        for (int size = 0; size < fingerprints.size(); size++) {
            for (int word : fingerprints.get(size).words()) {
                List<Long> known = pages.getOrDefault(word, List.of());
                for (long page : known) {
                    scores.merge(new Candidate(page, size), 1 / Math.sqrt(known.size()), Double::sum);
                }
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .limit(20L * CANDIDATES)
                .toList();
    }
}
