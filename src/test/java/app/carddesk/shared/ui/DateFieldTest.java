package app.carddesk.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.shared.Language;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFieldTest extends KaribuTest {

    @ParameterizedTest
    @CsvSource({
        "EN, May, Wednesday, dd/MM/yyyy",
        "SV, maj, onsdag, yyyy-MM-dd",
        "NB, mai, onsdag, dd.MM.yyyy",
        "DA, maj, onsdag, dd.MM.yyyy"
    })
    void a_day_is_named_and_written_as_is_usual_there(Language language, String may, String wednesday, String usual) {
        signIn("agent");
        UI.getCurrent().setLocale(language.locale());

        var texts = new DateField("A day").getI18n();

        assertThat(texts.getMonthNames()).hasSize(12).element(4).isEqualTo(may);
        assertThat(texts.getWeekdays()).hasSize(7).element(3).isEqualTo(wednesday);
        assertThat(texts.getFirstDayOfWeek()).isEqualTo(1);
        assertThat(texts.getDateFormats()).startsWith(usual).contains("yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy");
    }

    @ParameterizedTest
    @CsvSource({"EN", "SV", "NB", "DA"})
    void the_calendar_waits_until_it_is_asked_for(Language language) {
        signIn("agent");
        UI.getCurrent().setLocale(language.locale());

        assertThat(new DateField("A day").isAutoOpen()).isFalse();
    }
}
