package app.carddesk.policies;

import app.carddesk.access.DemoPeople;
import app.carddesk.shared.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invented terms versions for the demo's other countries, marked as invented. Only Denmark's are real. */
@Component
@Profile("demo")
@Order(DemoPeople.ORDER + 1)
class DemoTerms implements ApplicationRunner {

    private static final LocalDate FROM = LocalDate.of(2022, 9, 1);

    private final JdbcClient jdbc;
    private final Ids ids;

    DemoTerms(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        List<String> onFile = jdbc.sql("select country from terms_version where invented")
                .query(String.class)
                .list();
        for (String country : List.of("SE", "NO", "FR")) {
            if (!onFile.contains(country)) {
                jdbc.sql(
                                "insert into terms_version (id, country, valid_from, invented) values (:id, :country, :from, true)")
                        .params(Map.of("id", ids.next(), "country", country, "from", FROM))
                        .update();
            }
        }
    }
}
