package app.carddesk.letters.mail;

import app.carddesk.shared.RedemptionCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Makes what others wrote fit to be kept and shown: without codes, and without what changes how it is read. */
final class MailText {

    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_QUOTED = 10_000;
    static final int LONGEST_LINE = 200;

    /** Control characters, and those that turn the writing direction; joiners stay, because scripts and emoji need them. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cntrl}&&[^\\n\\t]]|[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");

    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*\\n(?:[ \\t]*\\n)+");
    private static final Pattern LINE_BREAKS = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");
    private static final Pattern SKIPPED = Pattern.compile("script|style|head|title|template|noscript|svg|math");
    private static final Pattern BLOCK =
            Pattern.compile("p|div|tr|table|ul|ol|h[1-6]|blockquote|pre|section|article|hr");

    /** What mail programs put above the mail that is answered, in the four languages of the desk. */
    private static final Pattern ORIGINAL =
            Pattern.compile("^-{2,} ?(?:Original Message|Ursprungligt meddelande|Opprinnelig melding|"
                    + "Oprindelig meddelelse|Opprinnelig e-post|Ursprungligt mejl) ?-{2,}$");

    private static final Pattern WROTE = Pattern.compile(
            "^(?:On|Den|Am|Le|På|tor|fre|lør|lör|søn|sön|man|mån|tir|tis|ons|to|fr|lø|sø|ma|ti|on)\\b.{5,190}"
                    + "(?:wrote|skrev|schrieb|a écrit)\\b.{0,120}:$");

    private MailText() {}

    /** One line, not longer than {@value #LONGEST_LINE} characters. */
    static String line(String raw) {
        return cut(RedemptionCodes.masked(clean(raw).replaceAll("\\s+", " ").strip()), LONGEST_LINE);
    }

    /** A name of a file, without folders; empty where nothing is left of it, or where a code is in it. */
    static String fileName(String raw) {
        String name = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        return RedemptionCodes.containsCode(raw) || RedemptionCodes.containsCode(name) ? "" : cut(line(name), 120);
    }

    /** Paragraphs, with at most one empty line between them. */
    static String paragraphs(String raw) {
        String clean = clean(LINE_BREAKS.matcher(raw).replaceAll("\n"));
        return RedemptionCodes.masked(
                BLANK_LINES.matcher(clean).replaceAll("\n\n").stripTrailing().replaceAll("^\\n+", ""));
    }

    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static String clean(String raw) {
        return UNSEEN.matcher(raw.replace('\u00A0', ' ')).replaceAll("");
    }

    /**
     * What was written anew, and what stands below it from the mail that is answered. Nothing is told apart where
     * somebody wrote between the quoted lines, or wrote nothing at all above them.
     */
    static List<String> split(String text) {
        List<String> lines = text.lines().toList();
        int mark = mark(lines);
        String fresh = String.join("\n", lines.subList(0, mark)).strip();
        return fresh.isEmpty()
                ? List.of(cut(text.strip(), LONGEST_TEXT), "")
                : List.of(
                        cut(fresh, LONGEST_TEXT),
                        cut(String.join("\n", lines.subList(mark, lines.size())).strip(), LONGEST_QUOTED));
    }

    private static int mark(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (ORIGINAL.matcher(line).matches()) {
                return i;
            }
            boolean introduces = WROTE.matcher(line).matches();
            if ((introduces || line.startsWith(">")) && isQuotedToTheEnd(lines, introduces ? i + 1 : i)) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean isQuotedToTheEnd(List<String> lines, int from) {
        return lines.subList(from, lines.size()).stream()
                .map(String::strip)
                .allMatch(line -> line.isEmpty() || line.startsWith(">"));
    }

    /** The words of a web page, paragraph by paragraph; quoted ones with the sign that plain text has for it. */
    static String ofHtml(String html) {
        Words words = new Words();
        Jsoup.parse(html).body().traverse(words);
        return words.text();
    }

    private static final class Words implements NodeVisitor {

        private final List<String> lines = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private int quoted;
        private int skipped;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && skipped == 0) {
                append(words.getWholeText());
            } else if (node instanceof Element element) {
                String name = element.normalName();
                skipped += SKIPPED.matcher(name).matches() ? 1 : 0;
                if (name.equals("br")
                        || name.equals("li")
                        || BLOCK.matcher(name).matches()) {
                    end();
                }
                if (name.equals("li")) {
                    append("- ");
                }
                quoted += name.equals("blockquote") ? 1 : 0;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                skipped -= SKIPPED.matcher(name).matches() ? 1 : 0;
                if (BLOCK.matcher(name).matches() || name.equals("li")) {
                    end();
                }
                quoted -= name.equals("blockquote") ? 1 : 0;
                if (name.equals("p")) {
                    lines.add("");
                }
            }
        }

        private void append(String text) {
            String flat = text.replaceAll("[\\s\\u00A0]+", " ");
            line.append(line.isEmpty() || line.charAt(line.length() - 1) == ' ' ? flat.stripLeading() : flat);
        }

        private void end() {
            if (!line.isEmpty()) {
                lines.add((quoted > 0 ? "> " : "") + line.toString().strip());
                line.setLength(0);
            }
        }

        String text() {
            end();
            return String.join("\n", lines);
        }
    }
}
