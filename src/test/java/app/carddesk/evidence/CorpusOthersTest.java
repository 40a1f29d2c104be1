package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.ProofKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What else is in the collection: other types, bombs, documents and texts; and what holds of several files together. */
class CorpusOthersTest extends Corpus {

    static Stream<Sample> others() throws IOException {
        return samples(8, 99);
    }

    @ParameterizedTest
    @MethodSource("others")
    void every_file_ends_as_expected(Sample sample) throws Exception {
        endsAsExpected(sample);
    }

    @Test
    void photos_of_every_orientation_look_alike() throws Exception {
        BufferedImage upright = thumbnail(1);
        for (int orientation = 2; orientation <= 8; orientation++) {
            BufferedImage turned = thumbnail(orientation);
            assertThat(turned.getWidth()).isEqualTo(upright.getWidth());
            assertThat(difference(upright, turned))
                    .as("orientation %d", orientation)
                    .isLessThan(12);
        }
    }

    @Test
    void every_text_works_as_a_file_name() throws Exception {
        byte[] picture = DrawnPictures.png(8, 8);
        try (Stream<Path> texts = Files.list(corpus().resolve("18-text"))) {
            for (Path text : texts.sorted().toList()) {
                List<String> lines = new String(Files.readAllBytes(text), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(60)
                        .toList();
                UUID its = owners.open();
                for (String line : lines) {
                    Intake intake = proofs.receive(its, ProofKind.OTHER, line, new ByteArrayInputStream(picture));
                    assertThat(intake).as(line).isInstanceOf(Intake.Taken.class);
                    Proof proof = ((Intake.Taken) intake).proof();
                    assertThat(proof.fileName()).isNotBlank().hasSizeLessThanOrEqualTo(2 * FileNames.LONGEST);
                    assertThat(proof.fileName().codePoints().noneMatch(Character::isISOControl))
                            .isTrue();
                    proofs.remove(proof);
                }
            }
        }
    }

    private BufferedImage thumbnail(int orientation) throws Exception {
        String name = "01-exif-orientation/Landscape_" + orientation + ".jpg";
        Intake intake = given(new Sample(corpus().resolve(name), name, ""), ProofKind.OTHER, name);
        assertThat(intake).isInstanceOf(Intake.Taken.class);
        return DrawnPictures.decoded(
                proofs.picture(((Intake.Taken) intake).proof().id(), 1, PictureSize.THUMBNAIL)
                        .orElseThrow());
    }

    /** The mean difference of brightness over all pixels. */
    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs((one.getRGB(x, y) >> 8 & 0xFF) - (other.getRGB(x, y) >> 8 & 0xFF));
            }
        }
        return (double) sum / one.getWidth() / one.getHeight();
    }
}
