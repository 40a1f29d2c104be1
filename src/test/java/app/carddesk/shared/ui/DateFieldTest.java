package app.carddesk.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.shared.Language;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

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
        assertThat(texts.getDateFormats()).containsExactly(usual);
    }

    @ParameterizedTest
    @CsvSource({"EN", "SV", "NB", "DA"})
    void what_the_browser_does_not_read_is_read_here_or_named_and_is_never_an_empty_field(Language language) {
        signIn("agent");
        UI.getCurrent().setLocale(language.locale());
        DateField field = new DateField("A day");
        UI.getCurrent().add(field);

        typeUnread(field, "2 May 2024");
        assertThat(field.getValue()).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(field.problem()).isNull();

        typeUnread(field, "31.4.2024");
        assertThat(field.problem()).isEqualTo(Texts.t("date.noSuchDay"));

        typeUnread(field, "next week");
        assertThat(field.problem()).isEqualTo(Texts.t("date.bad"));
    }

    @Test
    void a_year_that_cannot_be_meant_is_named_even_if_the_browser_reads_it() {
        signIn("agent");
        DateField field = new DateField("A day");
        UI.getCurrent().add(field);

        field.setValue(LocalDate.of(24, 5, 2));

        assertThat(field.problem()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"EN", "SV", "NB", "DA"})
    void the_calendar_waits_until_it_is_asked_for(Language language) {
        signIn("agent");
        UI.getCurrent().setLocale(language.locale());

        assertThat(new DateField("A day").isAutoOpen()).isFalse();
    }

    /** As the browser tells of an input that it cannot read: the text, and an empty value. */
    private static void typeUnread(DateField field, String text) {
        field.getElement().setProperty("_inputElementValue", text);
        field.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(
                        new DomEvent(field.getElement(), "unparsable-change", JsonNodeFactory.instance.objectNode()));
    }
}
