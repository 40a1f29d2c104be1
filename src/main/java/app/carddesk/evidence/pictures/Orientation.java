package app.carddesk.evidence.pictures;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a camera was held, as the Exif tag <i>Orientation</i> (0x0112) tells it, and how to turn the picture upright.
 * Source: CIPA DC-008 (Exif 2.32), section 4.6.4.
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    HALF_TURN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    QUARTER_LEFT(true, true, false),
    TRANSVERSED(true, true, true),
    QUARTER_RIGHT(true, false, true);

    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int PNG_EXIF = 0x65584966;
    private static final int PNG_IMAGE_DATA = 0x49444154;
    private static final int WEBP_EXIF = 0x45584946;
    private static final String JPEG_PREAMBLE = "Exif\0\0";
    private static final int MOST_EXIF_BYTES = 1 << 20;

    private final boolean swapped;
    private final boolean fromRight;
    private final boolean fromBottom;

    /**
     * @param swapped whether rows were columns
     * @param fromRight whether the upright picture is then read from right to left
     * @param fromBottom whether it is then read from bottom to top
     */
    Orientation(boolean swapped, boolean fromRight, boolean fromBottom) {
        this.swapped = swapped;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** The orientation a file declares; upright where it declares none, or nothing that can be read. */
    static Orientation of(Path file, FileType type) throws IOException {
        Metadata metadata = switch (type) {
            case JPEG -> ofJpeg(file);
            case PNG -> ofPng(file);
            case TIFF -> ofTiff(file);
            case WEBP -> ofWebP(file);
            default -> null;
        };
        if (metadata == null) {
            return UPRIGHT;
        }
        for (ExifIFD0Directory directory : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            Integer value = directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
            if (value != null && value >= 1 && value <= values().length) {
                return values()[value - 1];
            }
        }
        return UPRIGHT;
    }

    private static @Nullable Metadata ofJpeg(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return JpegMetadataReader.readMetadata(content, List.of(new ExifReader()));
        } catch (com.drew.imaging.jpeg.JpegProcessingException unreadable) {
            return null;
        }
    }

    /** Reads the eXIf chunk alone; the compressed text chunks, which could be bombs, are stepped over. */
    private static @Nullable Metadata ofPng(Path file) throws IOException {
        try (DataInputStream content = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (content.readLong() != PNG_SIGNATURE) {
                return null;
            }
            while (true) {
                int length = content.readInt();
                int type = content.readInt();
                if (length < 0 || type == PNG_IMAGE_DATA) {
                    return null;
                }
                if (type == PNG_EXIF && length <= MOST_EXIF_BYTES) {
                    Metadata metadata = new Metadata();
                    new ExifReader().extract(new ByteArrayReader(content.readNBytes(length)), metadata);
                    return metadata;
                }
                content.skipNBytes(length + 4L);
            }
        } catch (EOFException truncated) {
            return null;
        }
    }

    private static @Nullable Metadata ofTiff(Path file) throws IOException {
        try {
            return TiffMetadataReader.readMetadata(file.toFile());
        } catch (TiffProcessingException unreadable) {
            return null;
        }
    }

    /**
     * Steps over the chunks of a RIFF file to the one called EXIF.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9649#section-2.7.1.5">RFC 9649, 2.7.1.5</a>
     */
    private static @Nullable Metadata ofWebP(Path file) throws IOException {
        try (DataInputStream content = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            content.skipNBytes(12);
            while (true) {
                int type = content.readInt();
                long length = Integer.toUnsignedLong(Integer.reverseBytes(content.readInt()));
                if (type == WEBP_EXIF && length <= MOST_EXIF_BYTES) {
                    byte[] exif = content.readNBytes((int) length);
                    boolean asInJpeg = new String(exif, 0, Math.min(6, exif.length), StandardCharsets.ISO_8859_1)
                            .equals(JPEG_PREAMBLE);
                    Metadata metadata = new Metadata();
                    new ExifReader().extract(new ByteArrayReader(exif, asInJpeg ? 6 : 0), metadata);
                    return metadata;
                }
                content.skipNBytes(length + length % 2);
            }
        } catch (EOFException noneThere) {
            return null;
        }
    }

    /** The same picture upright: an exact move of its pixels. */
    BufferedImage apply(BufferedImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        int outWidth = swapped ? height : width;
        int outHeight = swapped ? width : height;
        BufferedImage upright = new BufferedImage(outWidth, outHeight, BufferedImage.TYPE_INT_RGB);
        int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] to = ((DataBufferInt) upright.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < outHeight; y++) {
            int row = fromBottom ? outHeight - 1 - y : y;
            for (int x = 0; x < outWidth; x++) {
                int column = fromRight ? outWidth - 1 - x : x;
                to[y * outWidth + x] = swapped ? from[column * width + row] : from[row * width + column];
            }
        }
        return upright;
    }
}
