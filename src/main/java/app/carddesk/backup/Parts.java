package app.carddesk.backup;

/** The names of what is in a backup. */
final class Parts {

    static final String MANIFEST = "manifest.json";
    static final String MANIFEST_HASH = "manifest.sha256";
    static final String ANCHORS = "audit-anchors.log";
    static final String EVIDENCE = "evidence.bin";
    private static final String TABLES = "database/";
    private static final String ROWS = ".jsonl";

    private Parts() {}

    static String of(Table table) {
        return TABLES + table.name() + ROWS;
    }

    static boolean isTable(String part) {
        return part.startsWith(TABLES) && part.endsWith(ROWS);
    }

    static String table(String part) {
        return part.substring(TABLES.length(), part.length() - ROWS.length());
    }
}
