package app.carddesk.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one table of a run, printed when everything has been measured. */
final class Figures implements BeforeAllCallback {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    private static final List<String> ROWS = new ArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(Figures.class, key ->
                (AutoCloseable) Figures::print);
    }

    /** Adds what was measured beside its floor in the same run, both in milliseconds. */
    static void add(String what, double measured, double floor) {
        row(what, milliseconds(measured), milliseconds(floor), String.format(Locale.ROOT, "%.1f", measured / floor));
    }

    /** Adds what has no floor to compare it with. */
    static void add(String what, String measured) {
        row(what, measured, "", "");
    }

    static String milliseconds(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.3f ms" : "%.0f ms", value);
    }

    /** In milliseconds, of values in nanoseconds. */
    static double median(long[] nanoseconds) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    /** What this thread has used of a processor, in nanoseconds. */
    static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void row(String what, String measured, String floor, String ratio) {
        ROWS.add(String.format(Locale.ROOT, "| %-80s | %11s | %11s | %5s |", what, measured, floor, ratio));
    }

    private static void print() {
        row("what", "measured", "floor", "ratio");
        ROWS.addFirst(ROWS.removeLast());
        ROWS.forEach(LOG::info);
    }
}
