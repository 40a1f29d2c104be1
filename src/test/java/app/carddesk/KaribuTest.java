package app.carddesk;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAccessDeniedError;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.ClassUtils;

/**
 * A test of screens on the server side, without a browser. Begins signed out; {@link #signIn} opens a window for one of
 * the demo people, in English.
 */
@CarddeskTest
public abstract class KaribuTest {

    private static final Routes ROUTES = routes();

    private static final Routes WITH_ERROR_SCREENS = withErrorScreens();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SignIn signIn;

    /** Karibu's own discovery overlooks views that are not public, and ours need not be. */
    private static Routes routes() {
        Routes routes = new Routes().autoDiscoverViews("app.carddesk");
        ClassPathScanningCandidateComponentProvider views = new ClassPathScanningCandidateComponentProvider(false);
        views.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        views.findCandidateComponents("app.carddesk").stream()
                .map(view -> ClassUtils.resolveClassName(view.getBeanClassName(), null))
                .forEach(view -> routes.getRoutes().add(view.asSubclass(Component.class)));
        return routes;
    }

    @SuppressWarnings("unchecked")
    private static Routes withErrorScreens() {
        Routes screens = new Routes();
        screens.getRoutes().addAll(ROUTES.getRoutes());
        screens.getErrorRoutes().clear();
        ClassPathScanningCandidateComponentProvider errors = new ClassPathScanningCandidateComponentProvider(false);
        errors.addIncludeFilter(new AssignableTypeFilter(HasErrorParameter.class));
        errors.findCandidateComponents("app.carddesk").stream()
                .map(view -> ClassUtils.resolveClassName(view.getBeanClassName(), null))
                .forEach(view -> screens.addErrorRoutes((Class<? extends HasErrorParameter<?>>) view));
        screens.addErrorRoutes(RouteAccessDeniedError.class);
        return screens;
    }

    @BeforeEach
    final void forgetEveryone() {
        signIn.out();
    }

    @AfterEach
    final void closeWindow() {
        MockVaadin.tearDown();
        signIn.out();
    }

    /** Opens a new window for this person; what another one had open is gone. */
    protected final void signIn(String username) {
        open(username, ROUTES);
    }

    /**
     * Opens a new window for this person, or for nobody, in which whatever is not found or not allowed ends at our own
     * screens, as in a browser. In other windows it ends the test.
     */
    protected final void browse(@Nullable String username) {
        open(username, WITH_ERROR_SCREENS);
    }

    private void open(@Nullable String username, Routes routes) {
        if (UI.getCurrent() != null) {
            MockVaadin.tearDown();
        }
        if (username == null) {
            signIn.out();
            MockVaadin.setMockRequestFactory(FakeRequest::new);
            MockVaadin.setup(UI::new, new MockSpringServlet(routes, context, UI::new));
            return;
        }
        SecurityContext security = signIn.as(username);
        Set<String> roles = security.getAuthentication().getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(authority -> authority.substring("ROLE_".length()))
                .collect(Collectors.toSet());
        MockVaadin.setMockRequestFactory(session -> {
            session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, security);
            FakeRequest request = new FakeRequest(session);
            request.setUserPrincipalInt(security.getAuthentication());
            request.setUserInRole((principal, role) -> roles.contains(role.replaceFirst("^ROLE_", "")));
            return request;
        });
        MockVaadin.setup(UI::new, new MockSpringServlet(routes, context, UI::new));
        // The window's own thread knows the session; the test's thread must know the person too.
        signIn.as(username);
    }
}
