package app.carddesk.evidence.reuse;

import boofcv.alg.geo.robust.DistanceScaleTranslateRotate2DSq;
import boofcv.alg.geo.robust.GenerateAffine2D;
import boofcv.alg.geo.robust.GenerateScaleTranslateRotate2D;
import boofcv.alg.geo.robust.ModelManagerScaleTranslateRotate2D;
import boofcv.struct.geo.AssociatedPair;
import boofcv.struct.geo.ScaleTranslateRotate2D;
import georegression.struct.affine.Affine2D_F64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ddogleg.fitting.modelset.ransac.Ransac;

/** How one picture lies on another, from the words both have, as far as their places agree. */
final class Alignment {

    /** Fewer points agree on something by chance. */
    private static final int LEAST_AGREEING = 8;

    /** How far apart two points that agree may lie: half a hundredth of the picture's longer edge. */
    private static final double NEAR = 0.005;

    private static final int TRIALS = 300;
    private static final long SEED = 20_220_628;
    private static final double LEAST_SIZE = 0.4;

    private Alignment() {}

    /** The map from one picture to another, both measured by their longer edges; empty if nothing shows one. */
    static Optional<Affine2D_F64> of(Fingerprint one, Fingerprint other) {
        List<AssociatedPair> pairs = pairs(one, other);
        if (pairs.size() < LEAST_AGREEING) {
            return Optional.empty();
        }
        Ransac<ScaleTranslateRotate2D, AssociatedPair> ransac =
                new Ransac<>(SEED, TRIALS, NEAR * NEAR, new ModelManagerScaleTranslateRotate2D(), AssociatedPair.class);
        ransac.setModel(GenerateScaleTranslateRotate2D::new, DistanceScaleTranslateRotate2DSq::new);
        if (!ransac.process(pairs) || ransac.getMatchSet().size() < LEAST_AGREEING) {
            return Optional.empty();
        }
        double size = ransac.getModelParameters().scale;
        Affine2D_F64 map = new Affine2D_F64();
        return size > LEAST_SIZE
                        && size < 1 / LEAST_SIZE
                        && new GenerateAffine2D().generate(new ArrayList<>(ransac.getMatchSet()), map)
                ? Optional.of(map)
                : Optional.empty();
    }

    private static List<AssociatedPair> pairs(Fingerprint one, Fingerprint other) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < other.count(); i++) {
            places.put(other.words()[i], i);
        }
        List<AssociatedPair> pairs = new ArrayList<>();
        for (int i = 0; i < one.count(); i++) {
            Integer place = places.get(one.words()[i]);
            if (place != null) {
                pairs.add(pair(one.fromX()[i], one.fromY()[i], other.fromX()[place], other.fromY()[place]));
                pairs.add(pair(one.toX()[i], one.toY()[i], other.toX()[place], other.toY()[place]));
            }
        }
        return pairs;
    }

    private static AssociatedPair pair(double x, double y, double otherX, double otherY) {
        double unit = Fingerprint.UNITS;
        return new AssociatedPair(x / unit, y / unit, otherX / unit, otherY / unit);
    }
}
