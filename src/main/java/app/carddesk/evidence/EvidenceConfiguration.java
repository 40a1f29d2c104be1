package app.carddesk.evidence;

import app.carddesk.evidence.pictures.Converter;
import app.carddesk.evidence.pictures.DecodeBench;
import app.carddesk.evidence.pictures.DrawingLimits;
import app.carddesk.evidence.pictures.WorkFolder;
import app.carddesk.evidence.reading.PageReader;
import app.carddesk.evidence.reading.ReadingSettings;
import app.carddesk.evidence.scan.ClamdScanner;
import app.carddesk.evidence.scan.ScannerSettings;
import app.carddesk.evidence.scan.VirusScanner;
import app.carddesk.shared.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes evidence in: its folder, its scanner and its drawing. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceConfiguration.class);

    private static final String FOLDER = "evidence";
    private static final String INCOMING = "incoming";
    private static final String WORK = "drawing";

    @Bean
    Incoming incoming(Installation installation) {
        return new Incoming(folder(installation).resolve(INCOMING));
    }

    @Bean
    VirusScanner virusScanner(ScannerSettings scanner) {
        return scanner.host().isBlank() ? VirusScanner.NONE : new ClamdScanner(scanner);
    }

    @Bean
    LegacyPictures legacyPictures(Installation installation) {
        return new LegacyPictures(folder(installation));
    }

    @Bean
    DecodeBench decodeBench(EvidenceLimits limits, Installation installation) throws IOException {
        Path work = folder(installation).resolve(WORK);
        WorkFolder.clear(work);
        Optional<Converter> converter = Converter.find(limits.decodeTime());
        if (converter.isEmpty()) {
            LOG.warn("No preview is made of HEIC and AVIF pictures: install heif-convert (Debian: libheif-examples).");
        }
        DrawingLimits drawing =
                new DrawingLimits(limits.maxPixels(), limits.decodeTime(), limits.parallel(), limits.maxPages());
        return new DecodeBench(drawing, converter.orElse(null), work);
    }

    @Bean
    PageReader pageReader(
            ReadingSettings settings, ObjectProvider<SerialNumbers> serials, Clock clock, Installation installation) {
        return new PageReader(
                settings,
                text -> serials.stream()
                        .flatMap(numbers -> numbers.of(text).stream())
                        .findFirst(),
                () -> LocalDate.ofInstant(clock.instant(), installation.zone()));
    }

    private static Path folder(Installation installation) {
        return installation.data().resolve(FOLDER);
    }
}
