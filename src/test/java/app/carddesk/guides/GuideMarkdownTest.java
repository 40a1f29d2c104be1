package app.carddesk.guides;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuideMarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "Hello <b onclick=\"alert(1)\">you</b>",
                "[click](javascript:alert(1))",
                "[click](JaVaScRiPt:alert(1))",
                "[click](data:text/html;base64,PHNjcmlwdD4=)",
                "[click](java&#115;cript:alert(1))",
                "[click](http://example.com)",
                "<javascript:alert(1)>",
                "![picture](https://example.com/pixel.png)",
                "![picture](javascript:alert(1))",
                "[a]: javascript:alert(1)\n\n[a]"
            })
    void what_could_do_harm_is_shown_as_words(String markdown) {
        Document page = Jsoup.parse(GuideMarkdown.html("Before\n\n" + markdown, Language.EN));

        assertThat(page.select("script, img, iframe, object, [onclick], [onerror]"))
                .isEmpty();
        assertThat(page.select("a[href]"))
                .allSatisfy(link -> assertThat(link.attr("href")).isEmpty());
        assertThat(page.text()).contains("Before");
    }

    @Test
    void links_to_guides_stay_and_links_outside_tell_nothing_of_us() {
        Document page = Jsoup.parse(
                GuideMarkdown.html("[Eight](guides/terms-8) and [more](https://example.com/help)", Language.EN));

        assertThat(page.select("a").first().attr("href")).isEqualTo("guides/terms-8");
        assertThat(page.select("a").last().attr("rel")).isEqualTo("noopener noreferrer");
        assertThat(page.select("a").last().attr("target")).isEqualTo("_blank");
    }

    @Test
    void dead_links_are_named() {
        assertThat(GuideMarkdown.deadLinks(
                        "[a](guides/terms-13) [b](guides/terms-12) [c](https://example.com) [d](http://example.com)"
                                + " [e](javascript:alert(1)) [f](mailto:help@example.com) [g](cases)"))
                .containsExactly("guides/terms-13", "http://example.com", "javascript:alert(1)", "cases");
    }

    @Test
    void the_part_for_the_customer_is_set_apart_and_copied_as_plain_text() {
        String markdown =
                "Desk only.\n\n## For the customer\n\nPlease **look**:\n\n- first\n- second\n\n## After\n\nDesk.";

        assertThat(GuideMarkdown.forCustomer(markdown, Language.EN)).isEqualTo("Please look:\n\n- first\n- second");
        assertThat(Jsoup.parse(GuideMarkdown.html(markdown, Language.EN))
                        .select("section.cd-guide-customer")
                        .text())
                .isEqualTo("For the customer Please look: first second");
    }

    @Test
    void another_languages_heading_is_no_part_for_the_customer() {
        assertThat(GuideMarkdown.forCustomer("## Til kunden\n\nHej.", Language.EN))
                .isEmpty();
        assertThat(GuideMarkdown.forCustomer("## Til kunden\n\nHej.", Language.DA))
                .isEqualTo("Hej.");
    }
}
