package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds bar codes, linear and square, however a page is turned. */
final class BarCodes {

    /** The most that are looked for on one page. */
    private static final int MOST = 12;

    private static final Set<BarcodeFormat> GOODS = EnumSet.of(
            BarcodeFormat.EAN_8,
            BarcodeFormat.EAN_13,
            BarcodeFormat.UPC_A,
            BarcodeFormat.UPC_E,
            BarcodeFormat.RSS_14,
            BarcodeFormat.RSS_EXPANDED);

    private static final Set<BarcodeFormat> SQUARE =
            EnumSet.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX, BarcodeFormat.AZTEC, BarcodeFormat.MAXICODE);

    /** These are looked for from the middle of a picture outwards, so they are looked for in parts of a page too. */
    private static final Set<BarcodeFormat> FROM_THE_MIDDLE =
            EnumSet.of(BarcodeFormat.DATA_MATRIX, BarcodeFormat.AZTEC);

    private static final Set<BarcodeFormat> ALL = EnumSet.of(
            BarcodeFormat.CODE_128,
            BarcodeFormat.CODE_39,
            BarcodeFormat.CODE_93,
            BarcodeFormat.CODABAR,
            BarcodeFormat.ITF,
            BarcodeFormat.EAN_13,
            BarcodeFormat.EAN_8,
            BarcodeFormat.UPC_A,
            BarcodeFormat.UPC_E,
            BarcodeFormat.RSS_14,
            BarcodeFormat.RSS_EXPANDED,
            BarcodeFormat.QR_CODE,
            BarcodeFormat.DATA_MATRIX,
            BarcodeFormat.AZTEC,
            BarcodeFormat.PDF_417);

    private BarCodes() {}

    /** The bar codes of a page; the picture is used up. */
    static List<BarCode> of(GreyPicture page) {
        List<BarCode> found = new ArrayList<>();
        while (found.size() < MOST) {
            Result result = decode(page, ALL, true);
            if (result == null) {
                break;
            }
            take(page, result, 0, 0, found);
        }
        int tile = Math.min(page.getWidth(), page.getHeight()) / 2;
        for (int top = 0; top + tile <= page.getHeight() && tile >= 60; top += tile / 2) {
            for (int left = 0; left + tile <= page.getWidth() && found.size() < MOST; left += tile / 2) {
                Result result = decode(page.crop(left, top, tile, tile), FROM_THE_MIDDLE, false);
                if (result != null) {
                    take(page, result, left, top, found);
                }
            }
        }
        return found;
    }

    private static @Nullable Result decode(LuminanceSource page, Set<BarcodeFormat> formats, boolean harder) {
        Map<DecodeHintType, Object> hints = harder
                ? Map.of(DecodeHintType.POSSIBLE_FORMATS, formats, DecodeHintType.TRY_HARDER, true)
                : Map.of(DecodeHintType.POSSIBLE_FORMATS, formats);
        try {
            return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(page)), hints);
        } catch (NotFoundException none) {
            return null;
        }
    }

    private static void take(GreyPicture page, Result result, int left, int top, List<BarCode> found) {
        Rectangle bounds = bounds(result, left, top);
        boolean linear =
                !SQUARE.contains(result.getBarcodeFormat()) && result.getBarcodeFormat() != BarcodeFormat.PDF_417;
        if (linear) {
            bounds = LinearExtent.of(page, bounds);
        } else {
            // Points are the middles of finder patterns: the code reaches further.
            int more = Math.max(bounds.width, bounds.height) / 4 + 6;
            bounds.grow(more, more);
        }
        page.blank(bounds.x - 2, bounds.y - 2, bounds.x + bounds.width + 2, bounds.y + bounds.height + 2);
        found.add(new BarCode(
                result.getText(),
                GOODS.contains(result.getBarcodeFormat()),
                area(page, bounds),
                area(page, withPrint(page, bounds))));
    }

    private static Rectangle bounds(Result result, int left, int top) {
        Rectangle bounds = null;
        ResultPoint[] points = result.getResultPoints();
        for (ResultPoint point : points == null ? new ResultPoint[0] : points) {
            if (point != null) {
                Rectangle at = new Rectangle(left + Math.round(point.getX()), top + Math.round(point.getY()), 1, 1);
                bounds = bounds == null ? at : bounds.union(at);
            }
        }
        return bounds == null ? new Rectangle(left, top, 1, 1) : bounds;
    }

    /** The line of print stands beneath as a rule; above, or at the side of a code that is turned, now and then. */
    private static Rectangle withPrint(GreyPicture page, Rectangle bounds) {
        int edge = Math.max(page.getWidth(), page.getHeight());
        int across = Math.min(bounds.width, bounds.height);
        int more = Math.max(across * 6 / 10, edge * 3 / 100);
        int ends = Math.max(Math.max(bounds.width, bounds.height) / 12, edge / 100);
        Rectangle whole = new Rectangle(bounds);
        if (bounds.width >= bounds.height) {
            whole.grow(ends, more);
        } else {
            whole.grow(more, ends);
        }
        return whole;
    }

    private static PageArea area(GreyPicture page, Rectangle bounds) {
        return PageArea.ofPixels(bounds.x, bounds.y, bounds.width, bounds.height, page.getWidth(), page.getHeight());
    }
}
