package app.carddesk.evidence.pictures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What the header of a HEIC or AVIF file declares, read without decoding anything.
 *
 * @param pixels of the largest picture in it, tiles and the whole they make included
 * @param seeThrough whether it brings a plane of transparency
 * @see <a href="https://www.iso.org/standard/83650.html">ISO/IEC 23008-12, 6.5.3 and 6.5.8</a>
 */
record HeifHeader(long pixels, boolean seeThrough) {

    private static final int MOST_HEADER_BYTES = 1 << 20;
    private static final int META = 0x6D657461;
    private static final int ITEM_PROPERTIES = 0x69707270;
    private static final int PROPERTY_CONTAINER = 0x6970636F;
    private static final int SPATIAL_EXTENT = 0x69737065;
    private static final int AUXILIARY_TYPE = 0x61757843;
    private static final String HEVC_ALPHA = "urn:mpeg:hevc:2015:auxid:1";
    private static final String ALPHA = "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha";

    /** @throws IOException if no picture is declared where it must be */
    static HeifHeader of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long at = 0;
            while (at + 8 <= channel.size()) {
                ByteBuffer head = read(channel, at, 16);
                long size = Integer.toUnsignedLong(head.getInt());
                int type = head.getInt();
                if (size == 1 && head.remaining() == 8) {
                    size = head.getLong();
                }
                if (type == META) {
                    HeifHeader header = ofMeta(read(channel, at + 8, (int) Math.min(size - 8, MOST_HEADER_BYTES)));
                    if (header.pixels() == 0) {
                        break;
                    }
                    return header;
                }
                if (size < 8 || size > channel.size() - at) {
                    break;
                }
                at += size;
            }
        }
        throw new IOException("No picture is declared");
    }

    private static ByteBuffer read(FileChannel channel, long at, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.clamp(channel.size() - at, 0, Math.max(0, most)));
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0) {
            // Reads on until everything asked for is there.
        }
        return bytes.flip();
    }

    private static HeifHeader ofMeta(ByteBuffer meta) {
        // A full box: its version and flags come first.
        meta.position(Math.min(4, meta.limit()));
        long[] most = new long[1];
        boolean[] seeThrough = new boolean[1];
        boxes(meta, (type, content) -> {
            if (type == ITEM_PROPERTIES) {
                boxes(content, (inner, properties) -> {
                    if (inner == PROPERTY_CONTAINER) {
                        boxes(properties, (property, value) -> {
                            if (property == SPATIAL_EXTENT && value.remaining() >= 12) {
                                most[0] = Math.max(most[0], area(value.getInt(4), value.getInt(8)));
                            }
                            seeThrough[0] |= property == AUXILIARY_TYPE && isAlpha(value);
                        });
                    }
                });
            }
        });
        return new HeifHeader(most[0], seeThrough[0]);
    }

    private static long area(int width, int height) {
        long wide = Integer.toUnsignedLong(width);
        long high = Integer.toUnsignedLong(height);
        return wide > 0 && high > Long.MAX_VALUE / wide ? Long.MAX_VALUE : wide * high;
    }

    private static boolean isAlpha(ByteBuffer value) {
        String text = StandardCharsets.ISO_8859_1.decode(value).toString();
        return text.contains(HEVC_ALPHA) || text.contains(ALPHA);
    }

    private interface Visitor {
        void visit(int type, ByteBuffer content);
    }

    /** Every box directly in a stretch of bytes; one that does not fit ends it. */
    private static void boxes(ByteBuffer within, Visitor visitor) {
        while (within.remaining() >= 8) {
            int start = within.position();
            long size = Integer.toUnsignedLong(within.getInt());
            int type = within.getInt();
            if (size == 0) {
                size = within.limit() - (long) start;
            }
            if (size < 8 || size > within.limit() - (long) start) {
                return;
            }
            visitor.visit(type, within.slice(start + 8, (int) size - 8));
            within.position(start + (int) size);
        }
    }
}
