package app.carddesk.evidence;

import app.carddesk.evidence.pictures.DecodeBench;
import app.carddesk.evidence.pictures.DrawingLimits;
import app.carddesk.evidence.reading.PageReader;
import app.carddesk.evidence.reading.ReadingSettings;
import app.carddesk.evidence.store.EvidenceStore;
import app.carddesk.evidence.store.FolderStore;
import app.carddesk.shared.Installation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where evidence is kept: by default, in a folder beside the other data. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    private static final String FOLDER = "evidence";
    private static final String INCOMING = "incoming";

    @Bean
    EvidenceStore evidenceStore(Installation installation) {
        return new FolderStore(folder(installation));
    }

    @Bean
    Incoming incoming(Installation installation) {
        return new Incoming(folder(installation).resolve(INCOMING));
    }

    @Bean
    DecodeBench decodeBench(EvidenceLimits limits) {
        return new DecodeBench(new DrawingLimits(limits.maxPixels(), limits.decodeTime(), limits.parallel()));
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
