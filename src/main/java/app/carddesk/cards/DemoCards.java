package app.carddesk.cards;

import app.carddesk.access.DemoPeople;
import app.carddesk.access.SystemPerson;
import app.carddesk.access.SystemRun;
import app.carddesk.shared.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The cards and the stock of the demo, imported from files like anyone's. Retailers, serials and codes are invented; a
 * few kinds of replacement are missing from the stock on purpose.
 */
@Component
@Profile("demo")
@Order(DemoCards.ORDER)
public class DemoCards implements ApplicationRunner {

    /** After the people, in whose installation this is; before whatever needs cards. */
    public static final int ORDER = DemoPeople.ORDER + 10;

    private final CardStore cards;
    private final Importer importer;
    private final ImportRuns runs;
    private final SystemRun system;
    private final Ids ids;

    DemoCards(CardStore cards, Importer importer, ImportRuns runs, SystemRun system, Ids ids) {
        this.cards = cards;
        this.importer = importer;
        this.runs = runs;
        this.system = system;
        this.ids = ids;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!cards.isEmpty()) {
            return;
        }
        for (String name : List.of("cards.csv", "stock.csv")) {
            ClassPathResource file = new ClassPathResource("demo/" + name);
            UUID run = ids.next();
            runs.begin(run, name, file.contentLength(), SystemPerson.ID);
            InputStream content = file.getInputStream();
            system.asCarddesk(() -> {
                importer.run(run, SystemPerson.ID, content, Importer.Watch.NOBODY);
                return run;
            });
        }
    }
}
