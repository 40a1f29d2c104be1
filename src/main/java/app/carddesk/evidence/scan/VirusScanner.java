package app.carddesk.evidence.scan;

import java.nio.file.Path;

/** Looks at a file before anything else does. */
public interface VirusScanner {

    /** For an installation without a scanner: everything passes. */
    VirusScanner NONE = file -> new Result.Clean();

    /** Scans a file; takes time, and never longer than is configured. */
    Result scan(Path file);

    /** What a scanner found. Only {@link Clean} lets a file pass. */
    sealed interface Result {

        /** Nothing. */
        record Clean() implements Result {}

        /** Something, by whatever name the scanner has for it. */
        record Infected(String signature) implements Result {}

        /** The file is larger than the scanner takes. */
        record TooLarge() implements Result {}

        /** There was no answer, or none that can be trusted. */
        record NoAnswer(String why) implements Result {}
    }
}
