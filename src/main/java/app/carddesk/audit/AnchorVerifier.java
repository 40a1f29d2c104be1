package app.carddesk.audit;

import app.carddesk.audit.AnchorRows.Row;
import app.carddesk.audit.Finding.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Verifies the anchors in the database, and the database against the anchors in the file outside it. */
@Component
class AnchorVerifier {

    private static final int AT_ONCE = 500;

    private final AnchorRows rows;
    private final EndRows ends;
    private final AnchorFile file;
    private final ChainForm form;

    AnchorVerifier(AnchorRows rows, EndRows ends, AnchorFile file, ChainForm form) {
        this.rows = rows;
        this.ends = ends;
        this.file = file;
        this.form = form;
    }

    boolean verify(Verifier.Tally tally, BooleanSupplier goOn) {
        long number = 0;
        byte[] hash = ChainForm.start();
        List<Row> part = rows.after(number, AT_ONCE);
        while (!part.isEmpty()) {
            for (Row row : part) {
                verify(row, number, hash, tally.findings);
                number = row.number();
                hash = row.hash();
                tally.anchors++;
            }
            if (!goOn.getAsBoolean()) {
                return false;
            }
            part = rows.after(number, AT_ONCE);
        }
        file.read(new Outside(tally));
        return true;
    }

    private void verify(Row row, long before, byte[] hash, Findings findings) {
        if (row.number() > before + 1) {
            findings.add(Kind.ANCHORS_MISSING, null, before + 1, row.number() - 1);
        }
        List<Head> heads = rows.heads(row.number());
        boolean whole = heads.size() == row.count()
                && form.fits(heads, row.headsHash())
                && form.fits(row.number(), row.at(), row.previous(), row.count(), row.headsHash(), row.hash());
        boolean follows = row.number() > before + 1 || Arrays.equals(row.previous(), hash);
        if (!whole || !follows) {
            findings.add(Kind.ANCHOR_CHANGED, null, row.number());
        }
    }

    /** Compares each line of the file with the database; the lines come in the order of their numbers. */
    private final class Outside implements Consumer<Anchor> {

        private final Verifier.Tally tally;
        private final Map<Long, Row> window = new HashMap<>();

        private Outside(Verifier.Tally tally) {
            this.tally = tally;
        }

        @Override
        public void accept(Anchor line) {
            tally.outside++;
            boolean whole = form.fits(line.heads(), line.headsHash())
                    && form.fits(
                            line.number(),
                            line.at(),
                            line.previous(),
                            line.heads().size(),
                            line.headsHash(),
                            line.hash());
            if (!whole) {
                tally.findings.add(Kind.OUTSIDE_CHANGED, null, line.number());
                return;
            }
            Row row = inDatabase(line.number());
            if (row == null) {
                tally.findings.add(Kind.ANCHORS_MISSING, null, line.number());
            } else if (!Arrays.equals(row.hash(), line.hash())) {
                tally.findings.add(Kind.ANCHOR_CHANGED, null, line.number());
            }
            if (row == null || !Arrays.equals(row.hash(), line.hash())) {
                line.heads().forEach(this::compare);
            }
        }

        /** What an anchor fixed that the database does not have any more, or has otherwise. */
        private void compare(Head head) {
            Optional<byte[]> hash = ends.hash(head);
            if (hash.isEmpty()) {
                long last = ends.last(head.stream());
                if (last < head.sequence()) {
                    tally.findings.add(
                            last == 0 ? Kind.STREAM_MISSING : Kind.STREAM_CUT,
                            head.stream(),
                            last + 1,
                            head.sequence());
                }
            } else if (!Arrays.equals(hash.get(), head.hash())) {
                tally.findings.add(Kind.EVENT_REPLACED, head.stream(), head.sequence());
            }
        }

        private @Nullable Row inDatabase(long number) {
            if (!window.containsKey(number)) {
                window.clear();
                rows.after(number - 1, AT_ONCE).forEach(row -> window.put(row.number(), row));
            }
            return window.get(number);
        }
    }
}
