package app.carddesk.cards;

import app.carddesk.CarddeskApplication;
import app.carddesk.access.SystemPerson;
import app.carddesk.access.SystemRun;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application, importing one file; run by {@link ImportAtScaleTest} in a process of its own. */
final class ImportAtScale {

    private ImportAtScale() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(CarddeskApplication.class)
                .run("--server.port=0", "--vaadin.productionMode=true")) {
            ImportRuns runs = context.getBean(ImportRuns.class);
            Importer importer = context.getBean(Importer.class);
            UUID run = UUID.randomUUID();
            runs.begin(run, "cards.csv", Files.size(file), SystemPerson.ID);
            long start = System.nanoTime();
            try (InputStream in = Files.newInputStream(file)) {
                context.getBean(SystemRun.class).asCarddesk(() -> {
                    importer.run(run, SystemPerson.ID, in, Importer.Watch.NOBODY);
                    return run;
                });
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            ImportRun done = runs.find(run).orElseThrow();
            LoggerFactory.getLogger(ImportAtScale.class)
                    .info(
                            "{}, {} taken, {} refused: {} rows/s in {} ms with {} MB of heap at most",
                            done.state(),
                            done.accepted(),
                            done.refused(),
                            done.accepted() * 1000 / Math.max(1, took.toMillis()),
                            took.toMillis(),
                            Runtime.getRuntime().maxMemory() / (1024 * 1024));
        }
    }
}
