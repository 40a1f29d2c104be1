package app.carddesk.evidence;

import app.carddesk.evidence.pictures.DrawnPage;
import app.carddesk.evidence.pictures.Pictures;
import app.carddesk.evidence.reading.PageReader;
import app.carddesk.evidence.reading.PageReading;
import java.awt.image.BufferedImage;
import org.springframework.stereotype.Component;

/** Makes what is kept of a page: everything that must happen to it before its copy is written happens here. */
@Component
class PageMaker {

    private final PageReader reader;

    PageMaker(PageReader reader) {
        this.reader = reader;
    }

    /** Reading comes first, because it covers redemption codes: what is written afterwards holds none that was seen. */
    CleanPage make(DrawnPage page) {
        PageReading reading = KnownPictures.areComing() ? PageReading.KNOWN : reader.read(page);
        BufferedImage image = page.image();
        return new CleanPage(
                page.number(),
                image.getWidth(),
                image.getHeight(),
                Pictures.copy(image),
                Pictures.thumbnail(image),
                reading);
    }
}
