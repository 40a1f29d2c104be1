package app.carddesk.evidence;

import app.carddesk.evidence.pictures.DrawnPage;
import app.carddesk.evidence.pictures.Pictures;
import java.awt.image.BufferedImage;
import org.springframework.stereotype.Component;

/** Makes what is kept of a page: everything that must happen to it before its copy is written happens here. */
@Component
class PageMaker {

    PageMaker() {}

    CleanPage make(DrawnPage page) {
        BufferedImage image = page.image();
        return new CleanPage(
                page.number(),
                image.getWidth(),
                image.getHeight(),
                Pictures.copy(image),
                Pictures.thumbnail(image),
                false);
    }
}
