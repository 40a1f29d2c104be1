package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proof;
import app.carddesk.shared.ProofKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which proof stands in which place.
 *
 * @param standing the picture that stands for a kind: the best, and of those the newest
 * @param declared the declarations that a kind cannot be had
 * @param left the pictures that stand in no place
 * @param empty the kinds that wait for a picture, in the order of their places
 * @param pictures all pictures, in the order of their kinds
 */
record Arrangement(
        Map<ProofKind, Proof> standing,
        Map<ProofKind, Proof> declared,
        List<Proof> left,
        List<ProofKind> empty,
        List<Proof> pictures) {

    private static final Comparator<Proof> BEST =
            Comparator.comparing((Proof proof) -> rank(proof.state())).thenComparing(Proof::addedAt);

    /**
     * @param places the kinds that have a place, in their order
     */
    static Arrangement of(List<Proof> all, List<ProofKind> places) {
        Map<ProofKind, Proof> declared = new EnumMap<>(ProofKind.class);
        List<Proof> pictures = new ArrayList<>();
        for (Proof proof : all) {
            if (proof.state() == Proof.State.UNOBTAINABLE) {
                declared.put(proof.kind(), proof);
            } else {
                pictures.add(proof);
            }
        }
        Map<ProofKind, Proof> standing = new EnumMap<>(ProofKind.class);
        List<ProofKind> empty = new ArrayList<>();
        for (ProofKind place : places) {
            pictures.stream()
                    .filter(proof -> proof.kind() == place)
                    .max(BEST)
                    // What was refused first and then declared unobtainable is told by the declaration.
                    .filter(proof -> proof.state() != Proof.State.REFUSED || !declared.containsKey(place))
                    .ifPresent(proof -> standing.put(place, proof));
            Proof best = standing.get(place);
            if (!declared.containsKey(place) && (best == null || best.state() == Proof.State.REFUSED)) {
                empty.add(place);
            }
        }
        List<Proof> left = new ArrayList<>(pictures);
        left.removeAll(standing.values());
        pictures.sort(Comparator.comparing(Proof::kind));
        return new Arrangement(standing, declared, List.copyOf(left), List.copyOf(empty), List.copyOf(pictures));
    }

    private static int rank(Proof.State state) {
        return switch (state) {
            case UNOBTAINABLE -> 0;
            case REFUSED -> 1;
            case NEW -> 2;
            case ACCEPTED -> 3;
        };
    }
}
