package app.carddesk.guides;

import app.carddesk.guides.GuideHit.Match;
import app.carddesk.shared.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Finds guides in all four languages at once. A word is found as it is, by its beginning, inside a compound, and with a
 * slip or two of the keyboard; the better the match and the higher it stands in the guide, the higher the guide.
 */
final class GuideIndex {

    private static final String SLUG = "slug";
    private static final String LANGUAGE = "language";
    private static final Map<GuideField, Integer> WEIGHTS =
            Map.of(GuideField.TITLE, 8, GuideField.KEYWORDS, 6, GuideField.SUMMARY, 3, GuideField.BODY, 1);

    private static final int EXACT = 10;
    private static final int BEGINNING = 7;
    private static final int INSIDE = 5;
    private static final int SLIP = 4;

    /** Fewer letters than these, and a beginning, a part or a slip could mean anything. */
    private static final int BEGINNING_FROM = 3;

    private static final int INSIDE_FROM = 5;
    private static final int ONE_SLIP_FROM = 4;
    private static final int TWO_SLIPS_FROM = 8;

    /** How many characters of a body are shown on each side of what matched. */
    private static final int AROUND = 48;

    private final Analyzer words = new GuideWords(false);
    private final Analyzer asked = new GuideWords(true);
    private final IndexSearcher searcher;
    private final int size;

    GuideIndex(List<Guide> guides) {
        this.size = Math.max(1, guides.size());
        try {
            ByteBuffersDirectory memory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(words))) {
                for (Guide guide : guides) {
                    writer.addDocument(document(guide));
                }
            }
            this.searcher = new IndexSearcher(DirectoryReader.open(memory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was found, by the guide's address. */
    record Found(String slug, Match match) {}

    /** The guides in which all words stand, or else some of them; the best first, each once. */
    List<Found> find(String text, Language reader, int limit) {
        List<String> tokens = GuideWords.of(asked, text);
        if (tokens.isEmpty()) {
            tokens = GuideWords.of(words, text);
        }
        if (tokens.isEmpty()) {
            return List.of();
        }
        try {
            List<Found> all = run(tokens, tokens.size(), reader, limit);
            return all.isEmpty() && tokens.size() > 1 ? run(tokens, 1, reader, limit) : all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Found> run(List<String> tokens, int needed, Language reader, int limit) throws IOException {
        BooleanQuery.Builder builder = new BooleanQuery.Builder().setMinimumNumberShouldMatch(needed);
        tokens.forEach(token -> builder.add(token(token), Occur.SHOULD));
        Query query = builder.build();
        Query withLanguage = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new ConstantScoreQuery(new TermQuery(new Term(LANGUAGE, reader.name()))), Occur.SHOULD)
                .build();
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        List<Found> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ScoreDoc hit : searcher.search(withLanguage, size).scoreDocs) {
            Document document = searcher.storedFields().document(hit.doc);
            String slug = document.get(SLUG);
            if (found.size() < limit && seen.add(slug)) {
                found.add(new Found(slug, match(weight, hit.doc, document)));
            }
        }
        return found;
    }

    private static Query token(String token) {
        List<Query> ways = new ArrayList<>();
        WEIGHTS.forEach((field, weight) -> {
            Term term = new Term(field.name(), token);
            ways.add(scored(new TermQuery(term), weight * EXACT));
            if (token.length() >= BEGINNING_FROM) {
                ways.add(scored(new PrefixQuery(term), weight * BEGINNING));
            }
            if (token.length() >= INSIDE_FROM) {
                ways.add(scored(new WildcardQuery(new Term(field.name(), "*" + token + "*")), weight * INSIDE));
            }
            if (token.length() >= ONE_SLIP_FROM) {
                ways.add(scored(new FuzzyQuery(term, token.length() >= TWO_SLIPS_FROM ? 2 : 1), weight * SLIP));
            }
        });
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query scored(Query query, int score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private Match match(Weight weight, int doc, Document document) throws IOException {
        Language language = Language.valueOf(document.get(LANGUAGE));
        LeafReaderContext leaf = searcher.getIndexReader()
                .leaves()
                .get(ReaderUtil.subIndex(doc, searcher.getIndexReader().leaves()));
        Matches matches = weight.matches(leaf, doc - leaf.docBase);
        for (GuideField field : GuideField.values()) {
            MatchesIterator first = first(matches, field);
            if (first != null) {
                return around(language, field, document.get(field.name()), first.startOffset(), first.endOffset());
            }
        }
        return new Match(language, GuideField.TITLE, document.get(GuideField.TITLE.name()), "", "");
    }

    private static @Nullable MatchesIterator first(@Nullable Matches matches, GuideField field) throws IOException {
        MatchesIterator iterator = matches == null ? null : matches.getMatches(field.name());
        return iterator != null && iterator.next() ? iterator : null;
    }

    private static Match around(Language language, GuideField field, String text, int start, int end) {
        int from = 0;
        int to = text.length();
        if (field == GuideField.KEYWORDS) {
            from = text.lastIndexOf(',', start) + 1;
            to = text.indexOf(',', end) < 0 ? text.length() : text.indexOf(',', end);
        } else if (field == GuideField.BODY) {
            from = start <= AROUND ? 0 : Math.min(start, text.indexOf(' ', start - AROUND) + 1);
            to = end + AROUND >= text.length() ? text.length() : Math.max(end, text.lastIndexOf(' ', end + AROUND));
        }
        return new Match(
                language,
                field,
                oneLine((from > 0 && field == GuideField.BODY ? "… " : "")
                        + text.substring(from, start).stripLeading()),
                oneLine(text.substring(start, end)),
                oneLine(text.substring(end, to).stripTrailing()
                        + (to < text.length() && field == GuideField.BODY ? " …" : "")));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static Document document(Guide guide) {
        FieldType searched = new FieldType();
        searched.setTokenized(true);
        searched.setStored(true);
        searched.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        searched.freeze();
        Document document = new Document();
        document.add(new StringField(SLUG, guide.slug(), Field.Store.YES));
        document.add(new StringField(LANGUAGE, guide.language().name(), Field.Store.YES));
        Map.of(
                        GuideField.TITLE, guide.text().title(),
                        GuideField.KEYWORDS, guide.text().keywords(),
                        GuideField.SUMMARY, guide.text().summary(),
                        GuideField.BODY, GuideMarkdown.plain(guide.text().body()))
                .forEach((field, text) -> document.add(new Field(field.name(), text, searched)));
        return document;
    }
}
