package app.carddesk.evidence;

import app.carddesk.evidence.pictures.DecodeBench;
import app.carddesk.evidence.pictures.DrawingLimits;
import app.carddesk.evidence.scan.ClamdScanner;
import app.carddesk.evidence.scan.ScannerSettings;
import app.carddesk.evidence.scan.VirusScanner;
import app.carddesk.shared.Installation;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes evidence in: its folder, its scanner and its drawing. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    private static final String FOLDER = "evidence";
    private static final String INCOMING = "incoming";

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
    DecodeBench decodeBench(EvidenceLimits limits) {
        return new DecodeBench(new DrawingLimits(limits.maxPixels(), limits.decodeTime(), limits.parallel()));
    }

    private static Path folder(Installation installation) {
        return installation.data().resolve(FOLDER);
    }
}
