package app.carddesk.terms;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.Region;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermsOnFileTest {

    private static final Facts.TermsVersion OF_2022 = version(Region.DENMARK, "2022-06-28");
    private static final Facts.TermsVersion OF_2024 = version(Region.DENMARK, "2024-03-01");
    private static final Facts.TermsVersion SWEDISH = version(Region.SWEDEN, "2023-01-01");
    private static final TermsOnFile ON_FILE = new TermsOnFile(List.of(OF_2024, SWEDISH, OF_2022));

    @Test
    void a_version_governs_from_its_first_day_on() {
        assertThat(ON_FILE.governing(bought(Region.DENMARK, "2022-06-27"))).isEmpty();
        assertThat(ON_FILE.governing(bought(Region.DENMARK, "2022-06-28"))).contains(OF_2022);
    }

    @Test
    void a_later_version_takes_over_on_its_first_day_and_leaves_earlier_purchases_alone() {
        assertThat(ON_FILE.governing(bought(Region.DENMARK, "2024-02-29"))).contains(OF_2022);
        assertThat(ON_FILE.governing(bought(Region.DENMARK, "2024-03-01"))).contains(OF_2024);
        assertThat(ON_FILE.governing(bought(Region.DENMARK, "2026-11-02"))).contains(OF_2024);
    }

    @Test
    void the_order_in_which_versions_were_filed_does_not_matter() {
        var other = new TermsOnFile(List.of(OF_2022, OF_2024));

        assertThat(other.governing(bought(Region.DENMARK, "2026-11-02"))).contains(OF_2024);
    }

    @Test
    void one_country_never_borrows_the_terms_of_another() {
        assertThat(ON_FILE.governing(bought(Region.SWEDEN, "2022-12-31"))).isEmpty();
        assertThat(ON_FILE.governing(bought(Region.NORWAY, "2026-11-02"))).isEmpty();
    }

    @Test
    void nothing_is_known_to_govern_a_purchase_of_unknown_day_or_country() {
        assertThat(ON_FILE.governing(bought(Region.DENMARK, null))).isEmpty();
        assertThat(ON_FILE.governing(bought(null, "2026-11-02"))).isEmpty();
    }

    private static Facts.TermsVersion version(Region country, String from) {
        return new Facts.TermsVersion(country, LocalDate.parse(from));
    }

    private static Facts.Purchase bought(@Nullable Region country, @Nullable String date) {
        return new Facts.Purchase(date == null ? null : LocalDate.parse(date), country);
    }
}
