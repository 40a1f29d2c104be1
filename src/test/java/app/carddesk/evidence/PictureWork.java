package app.carddesk.evidence;

import java.io.IOException;
import java.nio.file.Path;

/** The work on a picture, on the caller's own thread. */
public final class PictureWork {

    private PictureWork() {}

    /** Draws the clean copy and the thumbnail of a JPEG; gives their bytes. */
    public static long clean(Path jpeg) throws IOException {
        return Pictures.clean(jpeg, FileType.JPEG, Long.MAX_VALUE, abort -> {}).bytes();
    }
}
