package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"70 10 10 10", "70101010", "+45 70101010", "0045 70-10-10-10", " +4570101010 "})
    void every_way_to_dial_a_number_is_one_number(String typed) {
        assertThat(PhoneNumber.parse(typed, Region.DENMARK)).contains(new PhoneNumber("+4570101010"));
    }

    @Test
    void a_number_without_country_code_is_dialled_where_the_case_is_at_home() {
        assertThat(PhoneNumber.parse("070-174 06 05", Region.SWEDEN)).contains(new PhoneNumber("+46701740605"));
        assertThat(PhoneNumber.parse("22 12 34 56", Region.NORWAY)).contains(new PhoneNumber("+4722123456"));
    }

    @Test
    void without_a_home_only_international_numbers_are_numbers() {
        assertThat(PhoneNumber.parse("70101010")).isEmpty();
        assertThat(PhoneNumber.parse("+4570101010")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "12", "+45 7010101010101010101", "GCA08Z7154420913"})
    void what_cannot_be_dialled_is_refused(String typed) {
        assertThat(PhoneNumber.parse(typed, Region.DENMARK)).isEmpty();
    }

    @Test
    void people_read_it_in_groups() {
        assertThat(new PhoneNumber("+4570101010").display()).isEqualTo("+45 70 10 10 10");
    }
}
