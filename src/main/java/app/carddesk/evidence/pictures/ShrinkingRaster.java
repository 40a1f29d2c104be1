package app.carddesk.evidence.pictures;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Hashtable;

/** Hands the rows that a reader writes on to what makes them smaller, and keeps none. */
final class ShrinkingRaster extends WritableRaster {

    private static final int BANDS = 3;

    private final Shrinking shrinking;
    private final int[] row;
    private int nextRow;

    ShrinkingRaster(Shrinking shrinking, int high) {
        super(
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_BYTE, shrinking.wide(), high, BANDS, shrinking.wide() * BANDS, new int[] {
                            0, 1, 2
                        }),
                new DataBufferByte(1),
                new Point(0, 0));
        this.shrinking = shrinking;
        this.row = new int[shrinking.wide()];
    }

    /** What a reader writes to; it must bring whole rows from the first to the last, and may begin anew. */
    BufferedImage destination() {
        ColorSpace colours = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        return new BufferedImage(
                new ComponentColorModel(colours, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
                this,
                false,
                new Hashtable<>());
    }

    @Override
    public void setRect(int dx, int dy, Raster from) {
        if (dx != 0 || from.getWidth() != row.length || from.getHeight() != 1 || dy != 0 && dy != nextRow) {
            throw new IllegalStateException("The reader does not bring row after row");
        }
        nextRow = dy + 1;
        byte[] bytes = ((DataBufferByte) from.getDataBuffer()).getData();
        int at = 0;
        for (int x = 0; x < row.length; x++) {
            row[x] = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
            at += BANDS;
        }
        shrinking.row(row, dy);
    }
}
