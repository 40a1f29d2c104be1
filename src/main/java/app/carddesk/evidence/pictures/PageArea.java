package app.carddesk.evidence.pictures;

import java.awt.Rectangle;

/**
 * A rectangle on a page, in ten-thousandths of the page's width and height, so that it holds for every size the page is
 * shown at.
 *
 * @param left from the left edge · @param top from the upper edge
 */
public record PageArea(int left, int top, int width, int height) {

    /** The whole width or height. */
    public static final int WHOLE = 10_000;

    public PageArea {
        if (left < 0 || top < 0 || width < 1 || height < 1 || left + width > WHOLE || top + height > WHOLE) {
            throw new IllegalArgumentException("Not an area of a page");
        }
    }

    /** The area of pixels on a page of a size; what lies outside the page is cut off, and it is never empty. */
    public static PageArea ofPixels(
            double left, double top, double width, double height, int pageWidth, int pageHeight) {
        int fromX = within(left / pageWidth, WHOLE - 1);
        int fromY = within(top / pageHeight, WHOLE - 1);
        int toX = Math.max(fromX + 1, within((left + width) / pageWidth, WHOLE));
        int toY = Math.max(fromY + 1, within((top + height) / pageHeight, WHOLE));
        return new PageArea(fromX, fromY, toX - fromX, toY - fromY);
    }

    /** The pixels this is on a page of a size; one that is touched at all belongs to it. */
    public Rectangle inPixels(int pageWidth, int pageHeight) {
        int fromX = (int) ((long) left * pageWidth / WHOLE);
        int fromY = (int) ((long) top * pageHeight / WHOLE);
        int toX = Math.ceilDiv(Math.multiplyExact(left + width, pageWidth), WHOLE);
        int toY = Math.ceilDiv(Math.multiplyExact(top + height, pageHeight), WHOLE);
        return new Rectangle(fromX, fromY, toX - fromX, toY - fromY);
    }

    private static int within(double share, int most) {
        return (int) Math.max(0, Math.min(most, Math.round(share * WHOLE)));
    }
}
