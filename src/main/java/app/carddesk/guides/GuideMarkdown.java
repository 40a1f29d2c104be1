package app.carddesk.guides;

import app.carddesk.shared.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The Markdown of guides. HTML in it is shown as it was typed, links lead to other guides, to https or to a mail
 * address, and pictures are shown by their words, so that opening a guide tells nobody outside.
 */
public final class GuideMarkdown {

    /** The folder of the guides' addresses, which links between them begin with. */
    public static final String ADDRESS = "guides/";

    private static final Pattern GUIDE = Pattern.compile(ADDRESS + "([a-z0-9-]+)");
    private static final Pattern OUTSIDE = Pattern.compile("(?i)https://.+|mailto:.+");

    private static final Parser PARSER = Parser.builder().build();

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("https", "mailto")))
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link link
                        && OUTSIDE.matcher(link.getDestination()).matches()) {
                    attributes.put("target", "_blank");
                    attributes.put("rel", "noopener noreferrer");
                }
            })
            .nodeRendererFactory(ImagesAsWords::new)
            .build();

    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    private GuideMarkdown() {}

    /** The heading of the part that the customer may be given. */
    public static String customerHeading(Language language) {
        return switch (language) {
            case EN -> "For the customer";
            case SV -> "Till kunden";
            case NB, DA -> "Til kunden";
        };
    }

    /** What a screen shows: the part for the customer set apart from the rest. */
    public static String html(String markdown, Language language) {
        Parts parts = Parts.of(markdown, language);
        String customer = HTML.render(parts.customer);
        return "<div>" + HTML.render(parts.before)
                + (customer.isBlank() ? "" : "<section class=\"cd-guide-customer\">" + customer + "</section>")
                + HTML.render(parts.after) + "</div>";
    }

    /** The part that the customer may be given, as plain text without its heading; empty if there is none. */
    public static String forCustomer(String markdown, Language language) {
        Document customer = Parts.of(markdown, language).customer;
        if (customer.getFirstChild() != null) {
            customer.getFirstChild().unlink();
        }
        return TEXT.render(customer).strip();
    }

    /** Everything as plain text. */
    static String plain(String markdown) {
        return TEXT.render(PARSER.parse(markdown)).strip();
    }

    /** The headings of a text, in their order. */
    static List<String> headings(String markdown) {
        List<String> headings = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(TEXT.render(heading).strip());
            }
        });
        return headings;
    }

    /** Links that lead nowhere we would send anybody: to no guide, and neither to https nor to a mail address. */
    static List<String> deadLinks(String markdown) {
        List<String> dead = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (!leadsOn(link.getDestination())) {
                    dead.add(link.getDestination());
                }
                visitChildren(link);
            }
        });
        return dead;
    }

    private static boolean leadsOn(String destination) {
        var guide = GUIDE.matcher(destination);
        return guide.matches()
                ? GuideSubject.ofSlug(guide.group(1)).isPresent()
                : OUTSIDE.matcher(destination).matches();
    }

    /** A text, split at the part for the customer. */
    private record Parts(Document before, Document customer, Document after) {

        static Parts of(String markdown, Language language) {
            Parts parts = new Parts(new Document(), new Document(), new Document());
            Document current = parts.before;
            Node node = PARSER.parse(markdown).getFirstChild();
            while (node != null) {
                Node next = node.getNext();
                if (node instanceof Heading heading) {
                    boolean begins = TEXT.render(heading).strip().equalsIgnoreCase(customerHeading(language));
                    if (begins && current == parts.before) {
                        current = parts.customer;
                    } else if (current == parts.customer) {
                        current = parts.after;
                    }
                }
                current.appendChild(node);
                node = next;
            }
            return parts;
        }
    }

    private record ImagesAsWords(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node image) {
            for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
