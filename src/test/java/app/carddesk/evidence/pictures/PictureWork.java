package app.carddesk.evidence.pictures;

import java.nio.file.Path;

/** What is kept of the first page of a file: its size in pixels, its copy and its thumbnail. */
public record PictureWork(int width, int height, byte[] copy, byte[] thumbnail) {

    /**
     * Draws the first page of a file and writes its copies.
     *
     * @throws UndrawableException as {@link DecodeBench#open} and {@link Drawing#page}
     */
    public static PictureWork clean(DecodeBench bench, Path file, FileType type) throws UndrawableException {
        try (Drawing drawing = bench.open(file, type)) {
            DrawnPage page = drawing.page(1);
            return new PictureWork(
                    page.image().getWidth(),
                    page.image().getHeight(),
                    Pictures.copy(page.image()),
                    Pictures.thumbnail(page.image()));
        }
    }
}
