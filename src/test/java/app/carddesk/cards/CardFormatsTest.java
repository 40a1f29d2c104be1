package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.LogsErrors;
import app.carddesk.cards.CardFormat.Spot;
import app.carddesk.shared.Region;
import app.carddesk.startup.CannotStartException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
@LogsErrors("APPLICATION FAILED TO START")
class CardFormatsTest {

    private static final Spot SPOT = new Spot(10, 10, 40, 10);

    private final CardFormats formats = formats(Map.of("gca", format("GCA"), "pbh", format("PBH")));

    @Test
    void a_format_fits_what_its_prefix_begins_or_what_begins_with_it() {
        assertThat(formats.matching("g")).extracting(CardFormat::key).containsExactly("gca");
        assertThat(formats.matching("GCA 08Z7")).extracting(CardFormat::key).containsExactly("gca");
        assertThat(formats.matching("")).hasSize(2);
        assertThat(formats.matching("GCB")).isEmpty();
    }

    @Test
    void a_misread_prefix_is_recognised() {
        assertThat(formats.matching("6CA08Z7")).extracting(CardFormat::key).containsExactly("gca");
        assertThat(formats.matching("P8")).extracting(CardFormat::key).containsExactly("pbh");
    }

    @Test
    void what_begins_like_a_code_fits_no_format() {
        assertThat(formats.matching("XGCA")).isEmpty();
    }

    @Test
    void a_card_has_the_format_of_its_region_before_one_for_any_region() {
        Map<String, CardSettings.Format> both = new LinkedHashMap<>();
        both.put("sixty", new CardSettings.Format("60", List.of(), SPOT, SPOT, true, "australia"));
        both.put("sixty-australia", new CardSettings.Format("60", List.of("AU"), SPOT, SPOT, true, "australia"));
        CardFormats sixty = formats(both);

        Serial serial = new Serial("6011223344");
        assertThat(sixty.of(serial, Region.AUSTRALIA)).map(CardFormat::key).contains("sixty-australia");
        assertThat(sixty.of(serial, Region.DENMARK)).map(CardFormat::key).contains("sixty");
        assertThat(sixty.of(new Serial("PBH1"), Region.DENMARK)).isEmpty();
        assertThat(sixty.matching("60")).extracting(CardFormat::question).containsExactly("australia", "australia");
    }

    @Test
    void a_prefix_that_no_serial_can_begin_with_is_refused() {
        for (String prefix : List.of("X", "XAB", "gca", "", "G-", "ABCDEFGHI")) {
            assertThatThrownBy(() -> formats(Map.of("wrong", format(prefix))))
                    .as(prefix)
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("\"wrong\"");
        }
    }

    @Test
    void a_prefix_beginning_with_x_stops_the_start_with_a_clear_message(CapturedOutput output) {
        SpringApplication application = new SpringApplication(OnlyFormats.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> application.run("--carddesk.cards.formats.gca.prefix=XGCA"))
                .hasRootCauseInstanceOf(CannotStartException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The card format \"gca\" has a prefix that begins with X.")
                .contains("carddesk.cards.formats.gca.prefix")
                .doesNotContain("\tat app.carddesk");
    }

    @Configuration
    @EnableConfigurationProperties(CardSettings.class)
    @Import(CardFormats.class)
    static class OnlyFormats {}

    private static CardSettings.Format format(String prefix) {
        return new CardSettings.Format(prefix, List.of(), SPOT, SPOT, false, null);
    }

    private static CardFormats formats(Map<String, CardSettings.Format> formats) {
        return new CardFormats(new CardSettings(formats, DataSize.ofMegabytes(1), true, Duration.ofDays(7)));
    }
}
