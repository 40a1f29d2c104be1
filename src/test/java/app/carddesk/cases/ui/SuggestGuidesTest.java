package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cases.CaseNumber;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Problem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SuggestGuidesTest extends CaseScreen {

    @BeforeEach
    void anAgentWorks() {
        signIn("agent");
    }

    @Test
    void a_case_suggests_the_guides_of_its_problem_its_section_and_its_kind() {
        CaseNumber number = open(cards.active(50_000));
        assertThat(suggested()).contains("guides/terms-1").hasSizeLessThanOrEqualTo(GuidesCasePanel.MOST);

        choose("Problem", Problem.LOST_OR_STOLEN);

        assertThat(suggested())
                .startsWith("guides/problem-lost-or-stolen")
                .contains("guides/terms-7")
                .hasSize(GuidesCasePanel.MOST)
                .doesNotHaveDuplicates();
        assertThat(contents(number).dossier().verdict().main().citations()).isNotEmpty();
    }

    @Test
    void a_case_without_any_fact_suggests_nothing() {
        open(null);

        assertThat(_find(Section.class, spec -> spec.withClasses("cd-case-guides")))
                .isEmpty();
    }

    @Test
    void a_cited_section_leads_to_its_guide() {
        open(cards.card(CardState.VOIDED, 50_000));

        assertThat(_find(_get(VerdictText.class), RouterLink.class, spec -> spec.withClasses("cd-cite")))
                .extracting(RouterLink::getHref)
                .containsExactly("guides/terms-4");
    }

    private static List<String> suggested() {
        return _find(_get(Section.class, spec -> spec.withClasses("cd-case-guides")), RouterLink.class).stream()
                .map(link -> link.getHref().replaceFirst("\\?.*", ""))
                .toList();
    }
}
