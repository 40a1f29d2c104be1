package app.carddesk.guides;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.Language;
import app.carddesk.shared.RedemptionCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts that come with Carddesk, side by side. */
class ShippedGuidesTest {

    private static final ShippedGuides SHIPPED = new ShippedGuides();

    private static final Map<Language, List<String>> SECTIONS = Map.of(
            Language.EN, List.of("What to do", "For the customer", "If that does not help"),
            Language.SV, List.of("Gör så här", "Till kunden", "Om det inte hjälper"),
            Language.NB, List.of("Gjør dette", "Til kunden", "Hvis det ikke hjelper"),
            Language.DA, List.of("Gør sådan", "Til kunden", "Hvis det ikke hjælper"));

    @Test
    void there_is_one_for_each_problem_kind_prefix_section_and_topic_and_no_other() throws IOException {
        List<String> expected = new ArrayList<>();
        for (GuideSubject subject : GuideSubject.all()) {
            for (Language language : Language.values()) {
                expected.add(subject.slug() + "." + language.locale().getLanguage() + ".md");
            }
        }
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/guides"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(expected).hasSize(4 * (7 + 6 + 4 + 12 + 13));
    }

    @ParameterizedTest
    @EnumSource
    void every_guide_has_the_same_sections_and_as_many_words_as_can_be_read_in_a_call(Language language) {
        assertThat(GuideSubject.all()).allSatisfy(subject -> {
            GuideText text = SHIPPED.text(subject, language);
            assertThat(GuideMarkdown.headings(text.body())).isEqualTo(SECTIONS.get(language));
            assertThat(text.body().split("\\s+").length).isBetween(80, 200);
            assertThat(text.keywordList()).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @EnumSource
    void titles_summaries_and_keywords_fit_where_edited_ones_must(Language language) {
        Set<String> titles = new HashSet<>();
        assertThat(GuideSubject.all()).allSatisfy(subject -> {
            GuideText text = SHIPPED.text(subject, language);
            assertThat(text.title()).hasSizeBetween(3, GuideText.LONGEST_TITLE);
            assertThat(text.summary())
                    .hasSizeBetween(20, GuideText.LONGEST_SUMMARY)
                    .endsWith(".");
            assertThat(text.keywords()).hasSizeLessThanOrEqualTo(GuideText.LONGEST_KEYWORDS);
            assertThat(titles.add(text.title())).as(text.title()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void links_lead_to_the_same_guides_in_every_language(Language language) {
        assertThat(GuideSubject.all()).allSatisfy(subject -> {
            String body = SHIPPED.text(subject, language).body();
            assertThat(GuideMarkdown.deadLinks(body)).isEmpty();
            assertThat(links(body))
                    .isEqualTo(links(SHIPPED.text(subject, Language.EN).body()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_customers_part_can_stand_alone(Language language) {
        assertThat(GuideSubject.all()).allSatisfy(subject -> {
            String customer =
                    GuideMarkdown.forCustomer(SHIPPED.text(subject, language).body(), language);
            assertThat(customer.split("\\s+").length).isGreaterThan(15);
            assertThat(customer).doesNotContain("guides/", "Carddesk", "##", "**");
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothing_holds_a_code_or_leads_to_the_closed_platform(Language language) {
        assertThat(GuideSubject.all()).allSatisfy(subject -> {
            GuideText text = SHIPPED.text(subject, language);
            assertThat(RedemptionCodes.containsCode(text.body())).isFalse();
            assertThat(text.body()).doesNotContain("http", "ec.europa");
        });
    }

    @Test
    void every_guide_says_where_its_facts_come_from() {
        assertThat(GuideSubject.all())
                .allSatisfy(subject -> assertThat(subject.sources()).isNotEmpty());
        assertThat(new GuideSubject.OfSection(8).sources()).containsExactly(new Source(SourceDocument.TERMS, 8));
    }

    private static List<String> links(String body) {
        return Pattern.compile("\\]\\(([^)]+)\\)")
                .matcher(body)
                .results()
                .map(link -> link.group(1))
                .toList();
    }
}
