package app.carddesk.evidence.reuse;

import boofcv.abst.feature.detect.extract.ConfigExtract;
import boofcv.abst.feature.detect.interest.ConfigFastHessian;
import boofcv.alg.feature.detect.interest.FastHessianFeatureDetector;
import boofcv.alg.transform.ii.IntegralImageOps;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.feature.detect.interest.FactoryInterestPointAlgs;
import boofcv.struct.feature.ScalePoint;
import boofcv.struct.image.GrayS32;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Takes fingerprints of pictures. Points that stand out are found as SURF finds them (Bay and others, "Speeded-Up Robust
 * Features", 2008). Each is paired with its next neighbours, and what is seen in the frame that a pair spans makes a
 * word: the frame turns, grows and shrinks with the picture, so a copy has the same words. A pair of points with the
 * print between them tells one receipt from the next, where single points look alike on all receipts of a shop.
 */
final class Fingerprints {

    /** The sizes at which a picture is looked up: the picture it came from may have shown a quarter more, or less. */
    private static final int[] EDGES = {600, 500, 545, 660, 725};

    private static final int LARGEST_EDGE = 725;

    /** The most words of a picture. */
    static final int MOST_WORDS = 400;

    private static final int MOST_POINTS = 300;
    private static final int NEIGHBOURS = 5;

    /** The least distance of two points of a pair, in pixels: nearer ones are not placed exactly enough. */
    private static final double LEAST_DISTANCE = 45;

    private static final int FIELDS = 6;
    private static final double LEAST_SCALE = 1.6;
    private static final float LEAST_INTENSITY = 2f;

    static {
        // Work is bounded by whoever calls, not spread over every processor.
        BoofConcurrency.USE_CONCURRENT = false;
    }

    private Fingerprints() {}

    /** The fingerprint that is kept of a picture; empty for a blank one. */
    static Fingerprint of(BufferedImage picture) {
        return at(picture, EDGES[0]);
    }

    /** The fingerprints by which a picture is looked up, the one that is kept first; of a blank one that alone. */
    static List<Fingerprint> toLookUp(BufferedImage picture) {
        BufferedImage halved = Greys.halved(picture, LARGEST_EDGE);
        Fingerprint kept = at(halved, EDGES[0]);
        return kept.count() == 0
                ? List.of(kept)
                : IntStream.of(EDGES)
                        .mapToObj(edge -> edge == EDGES[0] ? kept : at(halved, edge))
                        .toList();
    }

    private static Fingerprint at(BufferedImage picture, int edge) {
        Greys greys = Greys.ofEdge(picture, edge);
        List<ScalePoint> points = spread(found(greys), greys.image().width, greys.image().height);
        Frames frames = new Frames(greys.image());
        Map<Integer, ScalePoint[]> pairs = new HashMap<>();
        for (ScalePoint point : points) {
            for (ScalePoint neighbour : neighbours(point, points)) {
                pairs.putIfAbsent(
                        frames.word(point.pixel.x, point.pixel.y, neighbour.pixel.x, neighbour.pixel.y),
                        new ScalePoint[] {point, neighbour});
            }
        }
        // Always the smallest words, so that a picture and its copy keep the same ones of those they share.
        int[] words = pairs.keySet().stream()
                .sorted(Integer::compareUnsigned)
                .limit(MOST_WORDS)
                .mapToInt(Integer::intValue)
                .toArray();
        Fingerprint fingerprint = Fingerprint.ofSize(words.length);
        double unit = (double) Fingerprint.UNITS / edge;
        for (int i = 0; i < words.length; i++) {
            ScalePoint[] pair = Objects.requireNonNull(pairs.get(words[i]));
            fingerprint.words()[i] = words[i];
            fingerprint.fromX()[i] = (short) Math.round(pair[0].pixel.x * unit);
            fingerprint.fromY()[i] = (short) Math.round(pair[0].pixel.y * unit);
            fingerprint.toX()[i] = (short) Math.round(pair[1].pixel.x * unit);
            fingerprint.toY()[i] = (short) Math.round(pair[1].pixel.y * unit);
        }
        return fingerprint;
    }

    private static List<ScalePoint> found(Greys greys) {
        ConfigFastHessian config = new ConfigFastHessian();
        config.extract = new ConfigExtract(2, LEAST_INTENSITY, 5, true);
        config.maxFeaturesPerScale = 0;
        config.initialSampleStep = 1;
        FastHessianFeatureDetector<GrayS32> detector = FactoryInterestPointAlgs.fastHessian(config);
        detector.detect(IntegralImageOps.transform(greys.image(), (GrayS32) null));
        return detector.getFoundFeatures();
    }

    /** The strongest points, taken in turn from all fields of the picture, so that none is left to a busy corner. */
    private static List<ScalePoint> spread(List<ScalePoint> found, int width, int height) {
        List<List<ScalePoint>> fields = new ArrayList<>();
        for (int i = 0; i < FIELDS * FIELDS; i++) {
            fields.add(new ArrayList<>());
        }
        found.stream()
                .filter(point -> point.scale >= LEAST_SCALE)
                .sorted(Comparator.comparing((ScalePoint point) -> -point.intensity))
                .forEach(point -> fields.get(field(point.pixel.y, height) * FIELDS + field(point.pixel.x, width))
                        .add(point));
        List<ScalePoint> spread = new ArrayList<>();
        boolean more = true;
        for (int round = 0; more && spread.size() < MOST_POINTS; round++) {
            more = false;
            for (List<ScalePoint> field : fields) {
                if (round < field.size() && spread.size() < MOST_POINTS) {
                    spread.add(field.get(round));
                    more = true;
                }
            }
        }
        return spread;
    }

    private static int field(double at, int extent) {
        return (int) Math.clamp(at * FIELDS / extent, 0, FIELDS - 1.0);
    }

    /** The next neighbours that are far enough, nearest first. */
    private static List<ScalePoint> neighbours(ScalePoint of, List<ScalePoint> points) {
        double[] distances = new double[NEIGHBOURS];
        ScalePoint[] nearest = new ScalePoint[NEIGHBOURS];
        int count = 0;
        for (ScalePoint point : points) {
            double distance = point.pixel.distance2(of.pixel);
            if (distance < LEAST_DISTANCE * LEAST_DISTANCE
                    || count == NEIGHBOURS && distance >= distances[NEIGHBOURS - 1]) {
                continue;
            }
            int at = count == NEIGHBOURS ? NEIGHBOURS - 1 : count++;
            while (at > 0 && distances[at - 1] > distance) {
                distances[at] = distances[at - 1];
                nearest[at] = nearest[at - 1];
                at--;
            }
            distances[at] = distance;
            nearest[at] = point;
        }
        return Arrays.asList(nearest).subList(0, count);
    }
}
