package app.carddesk.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Documents written by code, so that tests know what must be seen in them. */
public final class DrawnDocuments {

    private DrawnDocuments() {}

    /** One page of A4 for each text, which stands near its upper left corner. */
    public static byte[] pages(String... texts) {
        return written(document -> {
            for (String text : texts) {
                page(document, text, 0);
            }
        });
    }

    /** One page that is to be turned clockwise by so many degrees when it is shown. */
    public static byte[] turned(String text, int degrees) {
        return written(document -> page(document, text, degrees));
    }

    /** A page with a link to an address. */
    public static byte[] linkingTo(String address) {
        PDActionURI action = new PDActionURI();
        action.setURI(address);
        return acting(action);
    }

    /** A page that runs a script where one clicks. */
    public static byte[] scripted() {
        return acting(new PDActionJavaScript("app.alert(1)"));
    }

    /** A page with an action of a kind, such as Launch. */
    public static byte[] acting(String kind) {
        COSDictionary action = new COSDictionary();
        action.setName(COSName.S, kind);
        return written(document -> {
            page(document, "Receipt", 0);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
        });
    }

    /** A page that opens without a password but may not be changed. */
    public static byte[] protectedFromChanges() {
        return written(document -> {
            page(document, "Receipt", 0);
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
        });
    }

    private static byte[] acting(PDAction action) {
        return written(document -> {
            page(document, "Receipt", 0);
            PDAnnotationLink link = new PDAnnotationLink();
            link.setRectangle(new PDRectangle(50, 50, 100, 20));
            link.setAction(action);
            document.getPage(0).getAnnotations().add(link);
        });
    }

    private static void page(PDDocument document, String text, int degrees) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setRotation(degrees);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 24);
            content.newLineAtOffset(60, 760);
            content.showText(text);
            content.endText();
        }
    }

    private interface Writing {
        void on(PDDocument document) throws IOException;
    }

    private static byte[] written(Writing writing) {
        try (PDDocument document = new PDDocument()) {
            writing.on(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
