package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Every screen as the people who use it see it, light and dark, on a desk's screen and on a telephone: nothing that axe
 * calls serious or critical, and nothing to scroll sideways. Keeps a picture of each under target/screenshots.
 */
class AccessibleIT extends DemoBrowserTest {

    private final ScreenReview review = new ScreenReview();

    @Test
    void signing_in() {
        page.navigate(carddesk.url("/login"));
        settled();

        everyWay("login");
    }

    @Test
    void what_an_agent_sees() {
        signIn("agent");
        open("/");
        everyWay("desk");
        serialField().fill("gcao");
        settled();
        link("GCAO8Z7154420913").waitFor();
        everyWay("desk-results");
        serialField().fill("gca0000000");
        button("Start a case with GCA0000000 anyway").waitFor();
        everyWay("desk-nothing");
        open("/cards/GCAO8Z7154420913");
        everyWay("card");
        open("/cards/GCA0000000");
        everyWay("card-unknown");
        startCase("GCAO8Z7154420913");
        everyWay("case-new");
        customerSays();
        prove(CardPhotos.of("GCAO8Z7154420913", folder));
        everyWay("case");
        button("Request replacement").click();
        button("Yes, request it").waitFor();
        everyWay("case-request");
        button("Cancel").click();
        button("Refer to a supervisor").click();
        page.getByLabel("What should be decided?").waitFor();
        everyWay("case-refer");
        button("Cancel").click();
        button("Ask the customer’s phone…").click();
        button("Make the link").waitFor();
        everyWay("case-phone-ask");
        button("Make the link").click();
        button("Copy").waitFor();
        everyWay("case-phone-link");
        button("Done").click();
        button("Open large: Front").click();
        button("Next picture").waitFor();
        everyWay("case-picture");
        button("Side by side").click();
        button("One large").waitFor();
        everyWay("case-pictures");
        page.keyboard().press("m");
        button("Take this region").first().waitFor();
        everyWay("case-marking");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        everyWay("case-picture-keys");
        page.keyboard().press("Escape");
        open("/cases?view=all");
        everyWay("cases");
        open("/nowhere");
        everyWay("nowhere");
    }

    @Test
    void what_a_supervisor_sees() {
        signIn("agent");
        String number = startCase("GCA0971146305273");
        customerSays();
        prove(CardPhotos.of("GCA0971146305273", folder));
        button("Refer to a supervisor").click();
        page.getByLabel("What should be decided?").fill("The customer asks for more than the terms give.");
        button("Refer").click();
        settled();
        signIn("supervisor");
        open("/review");
        everyWay("review");
        link("What about").or(page.locator("vaadin-grid a").first()).first().waitFor();
        page.locator(".cd-review-row", new Page.LocatorOptions().setHasText(number))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        heading("What about " + number).waitFor();
        settled();
        everyWay("decision");
    }

    @Test
    void what_an_administrator_sees() {
        signIn("admin");
        open("/admin/cards");
        everyWay("import");
    }

    /** Every route there is, for everybody: what opens is looked at, so that no new screen is forgotten. */
    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor", "admin"})
    void every_screen_of_the_registry(String person) {
        signIn("supervisor");
        open("/review");
        String request = page.locator(".cd-review-row a, vaadin-grid a").first().getAttribute("href");
        signIn(person);
        open("/cases?view=all");
        Map<String, String> examples = Map.of(
                "cards/:___url_parameter?", "cards/GCA04R2208815530",
                "cards", "cards/GCA04R2208815530",
                "cases/:number", "cases/C-2026-000001",
                "guides/:slug", "guides/problem-invalid",
                "guides/:slug/edit", "guides/problem-invalid/edit",
                "review/:id", request);
        int opened = 0;
        for (String template : templates()) {
            open("/" + examples.getOrDefault(template, template));
            if (page.getByText("There is nothing at this address").count() == 0) {
                opened++;
                review.lightAndDark(page, person + "-" + template.replaceAll("\\W+", "-"));
            }
        }
        assertThat(opened).isGreaterThanOrEqualTo(4);
    }

    private static List<String> templates() {
        ClassPathScanningCandidateComponentProvider views = new ClassPathScanningCandidateComponentProvider(false);
        views.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return views.findCandidateComponents("app.carddesk").stream()
                .map(view -> ClassUtils.resolveClassName(view.getBeanClassName(), null)
                        .getAnnotation(Route.class)
                        .value())
                .filter(template -> !template.startsWith("welcome") && !template.equals("login"))
                .sorted()
                .toList();
    }

    @AfterEach
    void nothingWasFound() {
        assertThat(review.faults()).isEmpty();
    }

    /** Looks at the screen in all its forms. */
    private void everyWay(String screen) {
        review.everyWay(page, screen, 1440, 390);
        page.setViewportSize(1440, 900);
    }
}
