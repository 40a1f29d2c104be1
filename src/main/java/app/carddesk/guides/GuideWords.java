package app.carddesk.guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianFoldingFilter;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes texts apart into words that can be compared whatever keyboard they were typed on: å, aa and a are the same, and
 * so are æ, ä, ae and a, or ø, ö, oe and o.
 */
final class GuideWords extends Analyzer {

    private static final CharArraySet LITTLE = little();

    private final boolean withoutLittle;

    /**
     * @param withoutLittle leaves out words such as "the" and "och", which say nothing in a question
     */
    GuideWords(boolean withoutLittle) {
        this.withoutLittle = withoutLittle;
    }

    /** The words of a text in their order. */
    static List<String> of(Analyzer analyzer, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream stream = new LowerCaseFilter(tokenizer);
        if (withoutLittle) {
            stream = new StopFilter(stream, LITTLE);
        }
        return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(new ScandinavianFoldingFilter(stream)));
    }

    private static CharArraySet little() {
        CharArraySet all = new CharArraySet(600, true);
        Stream.of(
                        EnglishAnalyzer.getDefaultStopSet(),
                        SwedishAnalyzer.getDefaultStopSet(),
                        NorwegianAnalyzer.getDefaultStopSet(),
                        DanishAnalyzer.getDefaultStopSet())
                .forEach(all::addAll);
        return CharArraySet.unmodifiableSet(all);
    }
}
