package app.carddesk.evidence;

import app.carddesk.evidence.pictures.FileType;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.RedemptionCodes;
import java.text.Normalizer;
import java.util.Locale;

/** Makes the names of files fit to be shown to people. They are never used for anything else. */
final class FileNames {

    static final int LONGEST = 120;

    private FileNames() {}

    /**
     * The name a file came with, without folders, control characters and characters that turn the writing direction,
     * and not longer than {@value #LONGEST} characters; a neutral name where nothing is left of it, or where a
     * redemption code is in it.
     */
    static String shown(String given, FileType type) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u2028\\u2029]", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (clean.isEmpty() || RedemptionCodes.containsCode(given) || RedemptionCodes.containsCode(clean)) {
            return type.isPhoto() ? "picture." + type.ending() : "document." + type.ending();
        }
        return clean.codePointCount(0, clean.length()) <= LONGEST ? clean : shortened(clean);
    }

    /**
     * A name under which a copy of a page can be kept elsewhere, such as {@code C-2026-000123-receipt-1.jpg}. Nothing
     * of the name the file came with is in it.
     */
    static String download(String owner, ProofKind kind, int page) {
        String name = owner + "-" + kind.name().toLowerCase(Locale.ROOT) + "-" + page;
        return name.replaceAll("[^A-Za-z0-9-]+", "-") + ".jpg";
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot >= 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
        int room = LONGEST - ending.codePointCount(0, ending.length()) - 1;
        return name.substring(0, name.offsetByCodePoints(0, room)) + "…" + ending;
    }
}
