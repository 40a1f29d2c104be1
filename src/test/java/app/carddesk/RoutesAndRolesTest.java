package app.carddesk;

import static app.carddesk.Caller.ADMINISTRATORS;
import static app.carddesk.Caller.ANYBODY;
import static app.carddesk.Caller.DESK;
import static app.carddesk.Caller.OVERSIGHT;
import static app.carddesk.Caller.SIGNED_IN;
import static app.carddesk.Caller.SUPERVISORS;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.access.TestPeople;
import app.carddesk.cases.CaseLine;
import app.carddesk.cases.CaseSearch;
import app.carddesk.replacements.Replacements;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every screen, opened by everybody. The table is written out by hand: a screen that is not in it fails, and so does
 * one that opens for more or fewer people than it says.
 */
@Tag("database")
class RoutesAndRolesTest extends KaribuTest {

    private static final Map<String, Set<Caller>> SCREENS = Map.ofEntries(
            entry("login", ANYBODY),
            entry("welcome/:token", ANYBODY),
            entry("", DESK),
            entry("cards/:___url_parameter?", DESK),
            entry("cases", DESK),
            entry("cases/:number", DESK),
            entry("review", SUPERVISORS),
            entry("review/:id", SUPERVISORS),
            entry("letters", SUPERVISORS),
            entry("outbox", OVERSIGHT),
            entry("guides", SIGNED_IN),
            entry("guides/:slug", SIGNED_IN),
            entry("guides/:slug/edit", SUPERVISORS),
            entry("admin/books", OVERSIGHT),
            entry("admin/cards", ADMINISTRATORS),
            entry("admin/audit", ADMINISTRATORS));

    /** Where whoever may not see a screen ends: told that there is none, or asked to sign in. */
    private static final String NOT_FOUND = "NotFoundView";

    private static final String SIGN_IN = "LoginView";

    @Autowired
    private TestPeople people;

    @Autowired
    private SignIn signIn;

    @Autowired
    private CaseSearch search;

    @Autowired
    private Replacements replacements;

    @Test
    void every_screen_is_in_the_table_and_nothing_else() {
        browse("admin");

        assertThat(registered())
                .extracting(RouteData::getTemplate)
                .containsExactlyInAnyOrderElementsOf(SCREENS.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void every_screen_opens_for_whom_the_table_names(Caller caller) {
        Map<String, String> addresses = addresses();
        browse(caller.username(people));

        Map<String, String> expected = new TreeMap<>();
        Map<String, String> shown = new TreeMap<>();
        for (RouteData route : registered()) {
            String template = route.getTemplate();
            expected.put(template, expected(route, caller));
            UI.getCurrent().navigate(addresses.getOrDefault(template, template));
            shown.put(template, screen());
        }

        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void an_administrator_alone_begins_at_the_imports() {
        browse(people.administratorAlone());

        UI.getCurrent().navigate("");

        assertThat(screen()).isEqualTo("ImportView");
    }

    @Test
    void an_address_that_leads_nowhere_looks_like_one_that_is_not_allowed() {
        browse("agent");
        UI.getCurrent().navigate("review");
        String refused = text();
        UI.getCurrent().navigate("no/such/place");

        assertThat(screen()).isEqualTo(NOT_FOUND);
        assertThat(text()).isEqualTo(refused);
    }

    private static String expected(RouteData route, Caller caller) {
        if (SCREENS.getOrDefault(route.getTemplate(), Set.of()).contains(caller)) {
            return route.getNavigationTarget().getSimpleName();
        }
        return switch (caller) {
            case NOBODY -> SIGN_IN;
            // The one screen everybody comes to leads those it is not for to their own first one.
            case ADMINISTRATOR -> route.getTemplate().isEmpty() ? "ImportView" : NOT_FOUND;
            case AGENT, SUPERVISOR, ADMINISTRATOR_AND_SUPERVISOR -> NOT_FOUND;
        };
    }

    /** Addresses with something behind them, for screens that need it. */
    private Map<String, String> addresses() {
        signIn.as("supervisor");
        CaseLine line = search.find("mogens.opdigtsen@example.com")
                .orElseThrow()
                .cases()
                .getFirst();
        String request = replacements.ofCase(line.id()).getFirst().id().toString();
        signIn.out();
        return Map.of(
                "welcome/:token",
                "welcome/used-up",
                "cards/:___url_parameter?",
                "cards/" + line.serial(),
                "cases/:number",
                "cases/" + line.number(),
                "guides/:slug",
                "guides/terms-8",
                "guides/:slug/edit",
                "guides/terms-8/edit",
                "review/:id",
                "review/" + request);
    }

    private static List<RouteData> registered() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes();
    }

    private static String screen() {
        return UI.getCurrent()
                .getInternals()
                .getActiveRouterTargetsChain()
                .getFirst()
                .getClass()
                .getSimpleName();
    }

    private static String text() {
        return UI.getCurrent()
                .getInternals()
                .getActiveRouterTargetsChain()
                .getFirst()
                .getElement()
                .getTextRecursively();
    }
}
