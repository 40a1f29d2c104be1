package app.carddesk.evidence.reuse;

import java.nio.ByteBuffer;

/**
 * What is kept of a picture to find it again: words that a copy of it has, too, and where each was read. A word is read
 * between two points; places are in {@value #UNITS}ths of its longer edge.
 */
record Fingerprint(int[] words, short[] fromX, short[] fromY, short[] toX, short[] toY) {

    /** The unit of places: so many to the longer edge of the picture. */
    static final int UNITS = 16_000;

    private static final int BYTES = Integer.BYTES + 4 * Short.BYTES;

    int count() {
        return words.length;
    }

    byte[] encoded() {
        ByteBuffer buffer = ByteBuffer.allocate(count() * BYTES);
        for (int i = 0; i < count(); i++) {
            buffer.putInt(words[i])
                    .putShort(fromX[i])
                    .putShort(fromY[i])
                    .putShort(toX[i])
                    .putShort(toY[i]);
        }
        return buffer.array();
    }

    static Fingerprint decoded(byte[] encoded) {
        ByteBuffer buffer = ByteBuffer.wrap(encoded);
        Fingerprint decoded = ofSize(encoded.length / BYTES);
        for (int i = 0; i < decoded.count(); i++) {
            decoded.words[i] = buffer.getInt();
            decoded.fromX[i] = buffer.getShort();
            decoded.fromY[i] = buffer.getShort();
            decoded.toX[i] = buffer.getShort();
            decoded.toY[i] = buffer.getShort();
        }
        return decoded;
    }

    static Fingerprint ofSize(int count) {
        return new Fingerprint(new int[count], new short[count], new short[count], new short[count], new short[count]);
    }
}
