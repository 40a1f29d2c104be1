package app.carddesk.evidence.pictures;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** What a file really is, by its content. Its name and the type the sender declared play no part. */
public enum FileType {
    JPEG,
    PNG,
    WEBP,
    GIF,
    TIFF,
    BMP,
    HEIC,
    AVIF,
    ICON,
    PHOTOSHOP,
    SVG,
    OTHER_PICTURE,
    PDF,
    HTML,
    XML,
    OFFICE,
    EMAIL,
    ZIP,
    RAR,
    SEVEN_ZIP,
    ARCHIVE,
    PROGRAM,
    SCRIPT,
    AUDIO,
    VIDEO,
    TEXT,
    EMPTY,
    UNKNOWN;

    private static final Detector DETECTOR = MimeTypes.getDefaultMimeTypes();
    private static final int FIRST_BYTES = 512;
    private static final Pattern WEB_PAGE = Pattern.compile(
            "<(?:!doctype html|html|head|body|script|iframe|img|div|p|a|h1)\\b", Pattern.CASE_INSENSITIVE);

    private static final Set<FileType> PHOTOS = EnumSet.of(JPEG, PNG, WEBP, GIF, TIFF, BMP, HEIC, AVIF);

    /** Whether this is a picture or a document that is taken in. */
    public boolean isTaken() {
        return isPhoto() || this == PDF;
    }

    /** Whether this is a picture that is taken in: what a card can be shown by. */
    public boolean isPhoto() {
        return PHOTOS.contains(this);
    }

    /** How the names of such files usually end, without the dot. */
    public String ending() {
        return this == JPEG ? "jpg" : name().toLowerCase(Locale.ROOT);
    }

    /** The end of the translation key that names this type with its article, such as “an HTML page”. */
    public String key() {
        return "evidence.type." + name().toLowerCase(Locale.ROOT);
    }

    public static FileType of(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return EMPTY;
        }
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            FileType type = of(DETECTOR.detect(content, new Metadata()).getBaseType());
            return type == UNKNOWN || type == TEXT ? ofFirstBytes(file, type) : type;
        }
    }

    /** What the detector leaves open: odd but readable JPEGs, old bitmaps, and pieces of a web page. */
    private static FileType ofFirstBytes(Path file, FileType otherwise) throws IOException {
        byte[] first;
        try (InputStream content = Files.newInputStream(file)) {
            first = content.readNBytes(FIRST_BYTES);
        }
        String text = new String(first, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00FF\u00D8")) {
            return JPEG;
        }
        if (text.startsWith("BM") && text.startsWith("\0\0\0\0", 6)) {
            return BMP;
        }
        return WEB_PAGE.matcher(text).find() ? HTML : otherwise;
    }

    private static FileType of(MediaType type) {
        return switch (type.toString()) {
            case "image/jpeg" -> JPEG;
            case "image/png", "image/x-apng", "image/apng", "image/vnd.mozilla.apng" -> PNG;
            case "image/webp" -> WEBP;
            case "image/gif" -> GIF;
            case "image/tiff" -> TIFF;
            case "image/bmp" -> BMP;
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" -> HEIC;
            case "image/avif" -> AVIF;
            case "image/vnd.microsoft.icon", "image/x-icon" -> ICON;
            case "image/vnd.adobe.photoshop" -> PHOTOSHOP;
            case "image/svg+xml" -> SVG;
            case "application/pdf" -> PDF;
            case "text/html", "application/xhtml+xml" -> HTML;
            case "application/xml", "text/xml" -> XML;
            case "message/rfc822", "application/vnd.ms-outlook" -> EMAIL;
            case "application/zip", "application/java-archive" -> ZIP;
            case "application/x-rar-compressed", "application/vnd.rar" -> RAR;
            case "application/x-7z-compressed" -> SEVEN_ZIP;
            case "application/gzip",
                    "application/x-bzip2",
                    "application/x-xz",
                    "application/x-tar",
                    "application/x-gtar",
                    "application/zstd" -> ARCHIVE;
            case "application/rtf",
                    "application/x-tika-msoffice",
                    "application/x-tika-ooxml",
                    "application/msword",
                    "application/vnd.ms-excel" -> OFFICE;
            case "application/wasm",
                    "application/java-vm",
                    "application/x-msdownload",
                    "application/x-dosexec",
                    "application/x-elf",
                    "application/x-executable",
                    "application/x-sharedlib",
                    "application/x-object",
                    "application/x-mach-o" -> PROGRAM;
            case "text/x-php", "application/x-sh", "text/x-python", "text/x-perl", "application/javascript" -> SCRIPT;
            default ->
                switch (type.getType()) {
                    case "image" -> OTHER_PICTURE;
                    case "audio" -> AUDIO;
                    case "video" -> VIDEO;
                    case "text" -> TEXT;
                    default ->
                        type.getSubtype().startsWith("vnd.openxmlformats")
                                        || type.getSubtype().startsWith("vnd.oasis.opendocument")
                                ? OFFICE
                                : UNKNOWN;
                };
        };
    }
}
