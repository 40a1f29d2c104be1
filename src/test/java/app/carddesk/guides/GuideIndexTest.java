package app.carddesk.guides;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type, and the guide they mean. */
class GuideIndexTest {

    private static final ShippedGuides SHIPPED = new ShippedGuides();

    private static final GuideIndex INDEX = new GuideIndex(GuideSubject.all().stream()
            .flatMap(subject -> Stream.of(Language.values())
                    .map(language -> new Guide(subject, language, SHIPPED.text(subject, language), 0)))
            .toList());

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # without the right letters
                    SV, aterbetalning,           topic-refund
                    SV, återbetalnig,            topic-refund
                    SV, Aaterbetalning,          topic-refund
                    NB, refusjn,                 topic-refund
                    DA, tilbagebetaling,         topic-refund
                    EN, refnud,                  topic-refund
                    # with a slip
                    NB, ogyldig kort,            problem-invalid
                    DA, ugyldigt kort,           problem-invalid
                    SV, ogiltig kod,             problem-invalid
                    EN, invlaid code,            problem-invalid
                    # the wrong letters of the neighbours
                    DA, aktiværet,               problem-not-activated
                    NB, ikke aktivert,           problem-not-activated
                    SV, oläslig,                 problem-unreadable
                    SV, olæslig,                 problem-unreadable
                    DA, ulaeselig,               problem-unreadable
                    DA, ulaselig,                problem-unreadable
                    NB, stjalet,                 problem-lost-or-stolen
                    NB, stjaalet,                problem-lost-or-stolen
                    SV, forlorat,                problem-lost-or-stolen
                    SV, førlorat,                problem-lost-or-stolen
                    # what customers say
                    NB, gyldig landet,           problem-other-region
                    DA, gyldig landet,           problem-other-region
                    SV, fel land,                problem-other-region
                    EN, wrong country,           problem-other-region
                    EN, forgot my password,      topic-account-access
                    DA, adgangskode glemt,       topic-account-access
                    SV, glömt lösenord,          topic-account-access
                    NB, lost passord,            topic-account-access
                    NB, si opp abonnement,       topic-cancel-subscription
                    DA, opsige abonement,        topic-cancel-subscription
                    SV, sega upp prenumeration,  topic-cancel-subscription
                    # beginnings, sections and prefixes
                    DA, købshist,                topic-purchase-history
                    SV, kophistorik,             topic-purchase-history
                    NB, kjoepshistorikk,         topic-purchase-history
                    DA, § 8,                     terms-8
                    EN, section 11,              terms-11
                    SV, PBH,                     prefix-pbh
                    NB, 60,                      prefix-60
                    EN, MitID,                   topic-payment-directive
                    """)
    void the_meant_guide_stands_first(Language reader, String typed, String expected) {
        assertThat(slugs(typed, reader)).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "EN, återbetalning, topic-refund, SV",
        "DA, password, topic-account-access, EN",
        "SV, MitID, topic-payment-directive, EN|DA",
        "NB, borttappat, problem-lost-or-stolen, SV"
    })
    void words_of_every_language_find_and_the_hit_says_which(
            Language reader, String typed, String expected, String languages) {
        GuideIndex.Found found = INDEX.find(typed, reader, 5).getFirst();

        assertThat(found.slug()).isEqualTo(expected);
        assertThat(languages.split("\\|")).contains(found.match().language().name());
        assertThat(found.match().words()).isNotBlank();
    }

    @Test
    void a_title_counts_for_more_than_keywords_and_those_for_more_than_the_text() {
        GuideText nothing = new GuideText("One", "A line.", "none", "Text.");
        GuideIndex index = new GuideIndex(List.of(
                guide(1, new GuideText("One", "A line.", "none", "Text about lanterns.")),
                guide(2, new GuideText("One", "A line.", "lanterns", "Text.")),
                guide(3, new GuideText("Lanterns", "A line.", "none", "Text.")),
                guide(4, new GuideText("One", "About lanterns.", "none", "Text.")),
                guide(5, nothing)));

        assertThat(index.find("lanterns", Language.EN, 9))
                .extracting(GuideIndex.Found::slug)
                .containsExactly("terms-3", "terms-2", "terms-4", "terms-1");
        assertThat(index.find("lanters", Language.EN, 9).getFirst().slug()).isEqualTo("terms-3");
    }

    @Test
    void what_matched_is_shown_as_it_is_written_there() {
        GuideIndex.Found found = INDEX.find("aterbetalning", Language.DA, 1).getFirst();

        assertThat(found.match().words()).isEqualToIgnoringCase("återbetalning");
        assertThat(found.match().field()).isEqualTo(GuideField.TITLE);
    }

    @Test
    void what_nothing_is_about_finds_nothing() {
        assertThat(slugs("qqqqqqqq", Language.EN)).isEmpty();
        assertThat(slugs("***", Language.EN)).isEmpty();
        assertThat(slugs("?", Language.EN)).isEmpty();
    }

    private static Guide guide(int section, GuideText text) {
        return new Guide(new GuideSubject.OfSection(section), Language.EN, text, 0);
    }

    private static List<String> slugs(String typed, Language reader) {
        return INDEX.find(typed, reader, 5).stream().map(GuideIndex.Found::slug).toList();
    }
}
