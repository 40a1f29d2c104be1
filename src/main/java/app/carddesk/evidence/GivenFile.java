package app.carddesk.evidence;

import app.carddesk.evidence.pictures.FileType;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a file that was given.
 *
 * @param type what it really is
 * @param name the name it came with, fit to be shown
 * @param sha256 the hash of its content, in hexadecimal
 * @param cameBy how it came
 * @param original its content, where that is to be kept as it was given
 */
record GivenFile(FileType type, String name, String sha256, Proof.CameBy cameBy, byte @Nullable [] original) {

    long originalBytes() {
        return original == null ? 0 : original.length;
    }
}
