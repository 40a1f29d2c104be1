package app.carddesk.evidence.pictures;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A picture that the system's converter makes into one that can be read here. */
final class ConvertedPages implements Pages {

    private final Path file;
    private final long maxPixels;
    private final Converter converter;
    private final Path workFolder;

    private volatile @Nullable WorkFolder folder;
    private volatile @Nullable PicturePages converted;

    ConvertedPages(Path file, long maxPixels, Converter converter, Path workFolder) {
        this.file = file;
        this.maxPixels = maxPixels;
        this.converter = converter;
        this.workFolder = workFolder;
    }

    @Override
    public int open() throws IOException, UndrawableException {
        HeifHeader header = HeifHeader.of(file);
        if (header.pixels() > maxPixels) {
            throw new UndrawableException(new Undrawable.TooManyPixels(header.pixels(), maxPixels));
        }
        WorkFolder here = WorkFolder.in(workFolder);
        folder = here;
        FileType type = header.seeThrough() ? FileType.PNG : FileType.JPEG;
        PicturePages picture = PicturePages.alreadyUpright(converter.convert(file, type, here.path()), type, maxPixels);
        converted = picture;
        return picture.open();
    }

    @Override
    public DrawnPage draw(int number, int longEdge) throws IOException, UndrawableException {
        PicturePages picture = converted;
        if (picture == null) {
            throw new IOException("Nothing was converted");
        }
        return picture.draw(number, longEdge);
    }

    @Override
    public void abort() {
        // A run of the converter ends when its thread is interrupted, which whoever gives up does.
        PicturePages picture = converted;
        if (picture != null) {
            picture.abort();
        }
    }

    @Override
    public void close() throws IOException {
        WorkFolder here = folder;
        if (here != null) {
            here.close();
        }
    }
}
