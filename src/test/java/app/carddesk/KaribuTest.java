package app.carddesk;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
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
        if (UI.getCurrent() != null) {
            MockVaadin.tearDown();
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
        MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, context, UI::new));
        // The window's own thread knows the session; the test's thread must know the person too.
        signIn.as(username);
    }
}
