package app.carddesk.evidence;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of the collection begins as a photograph or a drawing, whole or broken. */
class CorpusPicturesTest extends Corpus {

    static Stream<Sample> pictures() throws IOException {
        return samples(1, 7);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void every_file_ends_as_expected(Sample sample) throws Exception {
        endsAsExpected(sample);
    }
}
