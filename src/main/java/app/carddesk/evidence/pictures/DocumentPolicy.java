package app.carddesk.evidence.pictures;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Which documents are drawn: open ones that do nothing but be read. A scripted one may show something else to everybody
 * who opens it, and one that carries or fetches other files is not the page one sees.
 *
 * @see <a href="https://www.iso.org/standard/75839.html">ISO 32000-2, 7.11.4 and 12.6.4</a>
 */
final class DocumentPolicy {

    private static final int MOST_OBJECTS = 500_000;

    private static final Set<String> ACTIVE_ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "GoToR",
            "GoToE",
            "SubmitForm",
            "ImportData",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute",
            "GoTo3DView");

    private static final Set<String> ACTIVE_KINDS =
            Set.of("FileAttachment", "RichMedia", "3D", "Movie", "Sound", "Screen", "EmbeddedFile", "U3D", "PRC");

    private static final Set<String> ACTIVE_KEYS =
            Set.of("JS", "JavaScript", "XFA", "EF", "EmbeddedFiles", "RichMediaContent", "3DD");

    /** Links to pages and to people are on many receipts and are gone once a page is drawn. */
    private static final Set<String> HARMLESS_SCHEMES = Set.of("http", "https", "mailto", "tel");

    private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern OTHER_MACHINE = Pattern.compile("\\s*(?://|\\\\\\\\).*", Pattern.DOTALL);

    private DocumentPolicy() {}

    /**
     * Opens a document that may be drawn.
     *
     * @throws UndrawableException if it may not
     * @throws IOException if it cannot be read; readers of broken documents throw nearly anything else, too
     */
    static PDDocument open(File file, int maxPages, long maxPixels) throws IOException, UndrawableException {
        PDDocument document = load(file);
        boolean welcome = false;
        try {
            if (document.isEncrypted()) {
                throw new UndrawableException(new Undrawable.Encrypted());
            }
            int pages = document.getNumberOfPages();
            if (pages > maxPages) {
                throw new UndrawableException(new Undrawable.TooManyPages(pages, maxPages));
            }
            if (pages < 1) {
                throw new IOException("A document without pages");
            }
            look(document, maxPixels);
            welcome = true;
            return document;
        } finally {
            if (!welcome) {
                document.close();
            }
        }
    }

    /** Encryption by certificate ends in a missing class, that by an unknown handler in an ordinary failure. */
    private static PDDocument load(File file) throws IOException, UndrawableException {
        try {
            return Loader.loadPDF(file);
        } catch (InvalidPasswordException locked) {
            throw new UndrawableException(new Undrawable.Encrypted());
        } catch (IOException | RuntimeException | NoClassDefFoundError unreadable) {
            if (new String(Files.readAllBytes(file.toPath()), StandardCharsets.ISO_8859_1).contains("/Encrypt")) {
                throw new UndrawableException(new Undrawable.Encrypted());
            }
            throw new IOException("The document cannot be opened", unreadable);
        }
    }

    /** Goes through everything that can be reached, wherever a trick may be hidden, without decoding any of it. */
    private static void look(PDDocument document, long maxPixels) throws IOException, UndrawableException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(document.getDocument().getTrailer());
        while (!open.isEmpty()) {
            COSBase next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                throw new IOException("A document of too many parts");
            }
            switch (next) {
                case COSObject reference -> {
                    COSBase object = reference.getObject();
                    if (object != null) {
                        open.add(object);
                    }
                }
                case COSArray array ->
                    array.forEach(item -> {
                        if (item != null) {
                            open.add(item);
                        }
                    });
                case COSDictionary dictionary -> {
                    look(dictionary, maxPixels);
                    open.addAll(dictionary.getValues());
                }
                default -> {
                    // Numbers, names and texts alone do nothing.
                }
            }
        }
    }

    private static void look(COSDictionary dictionary, long maxPixels) throws UndrawableException {
        if (isActive(dictionary)) {
            throw new UndrawableException(new Undrawable.Active());
        }
        if (COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
            long pixels = (long) dictionary.getInt(COSName.WIDTH, 0) * dictionary.getInt(COSName.HEIGHT, 0);
            if (pixels > maxPixels) {
                throw new UndrawableException(new Undrawable.TooManyPixels(pixels, maxPixels));
            }
        }
    }

    private static boolean isActive(COSDictionary dictionary) {
        for (COSName key : dictionary.keySet()) {
            if (ACTIVE_KEYS.contains(key.getName())) {
                return true;
            }
        }
        String action = dictionary.getNameAsString(COSName.S);
        return ACTIVE_ACTIONS.contains(String.valueOf(action))
                || ACTIVE_KINDS.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)))
                || ACTIVE_KINDS.contains(String.valueOf(dictionary.getNameAsString(COSName.TYPE)))
                || "URL".equals(dictionary.getNameAsString(COSName.FS))
                || "URI".equals(action) && !isHarmless(dictionary.getString(COSName.URI))
                || dictionary instanceof COSStream && isFile(dictionary.getDictionaryObject(COSName.F));
    }

    /** Content that stands in a file elsewhere. */
    private static boolean isFile(COSBase value) {
        return value instanceof COSString || value instanceof COSDictionary;
    }

    private static boolean isHarmless(String address) {
        if (address == null) {
            return true;
        }
        Matcher scheme = SCHEME.matcher(address);
        return scheme.matches()
                ? HARMLESS_SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT))
                : !OTHER_MACHINE.matcher(address).matches();
    }
}
