package app.carddesk.access;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import app.carddesk.access.ui.LoginView;
import app.carddesk.shared.PublicAddress;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Sign-in by form, guards on every route and service, and the headers every answer carries. */
@Configuration
@EnableMethodSecurity
class SecurityConfiguration {

    private static final String ACT = "/session/act";

    /** As strict as Vaadin's own start page allows; downloads carry a stricter one of their own. */
    private static final String CONTENT_SECURITY_POLICY =
            "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'; connect-src 'self'";

    /** A customer's page is ours from end to end, so nothing is allowed but what it loads. */
    private static final String CUSTOMER_CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src"
            + " 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    /** Nothing here asks a browser for more than a screen and a keyboard. */
    private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final String SIGN_IN = "/login";

    /** The port of health has no pages: whoever asks it for anything else finds nothing. */
    @Bean
    @Order(0)
    SecurityFilterChain health(HttpSecurity http, ServletContext pages) throws Exception {
        http.securityMatcher(request -> request.getServletContext() != pages);
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/*")
                .permitAll()
                .anyRequest()
                .denyAll());
        http.csrf(CsrfConfigurer::disable);
        http.requestCache(RequestCacheConfigurer::disable);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)));
        headers(http, CUSTOMER_CONTENT_SECURITY_POLICY, ReferrerPolicy.NO_REFERRER);
        return http.build();
    }

    /**
     * Customers come by a one-time link, which is their only key: nobody signs in here and no session begins. What is
     * sent is guarded against other pages by a header and the origin, not by a token of a session.
     */
    @Bean
    @Order(1)
    SecurityFilterChain customers(HttpSecurity http) throws Exception {
        http.securityMatcher("/u/**");
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.csrf(CsrfConfigurer::disable);
        http.requestCache(RequestCacheConfigurer::disable);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        headers(http, CUSTOMER_CONTENT_SECURITY_POLICY, ReferrerPolicy.NO_REFERRER);
        return http.build();
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            AuthenticationManager people,
            KnownDevices devices,
            LiveSessions sessions,
            RequestUtil vaadinRequests,
            PublicAddress address)
            throws Exception {
        // The only one: with another behind it, what this one refuses would be tried there, uncounted.
        http.authenticationManager(people);
        http.setSharedObject(
                VaadinSavedRequestAwareAuthenticationSuccessHandler.class, new SignInSuccess(devices, sessions));
        http.addFilterAfter(new SessionGuard(sessions), SecurityContextHolderFilter.class);
        // With its page named here: else Spring Security answers with one of its own.
        http.formLogin(form -> form.loginPage("/login")
                .authenticationDetailsSource(SignInDetails::new)
                .failureHandler(new SignInFailure()));
        // Otherwise Vaadin answers whatever has no file with its own page, and says that all is well.
        RequestMatcher missing =
                request -> MissingFiles.isMissing(request) && !vaadinRequests.isSecuredFlowRoute(request);
        http.authorizeHttpRequests(requests -> requests.requestMatchers(missing)
                .authenticated()
                .requestMatchers(
                        "/actuator/health",
                        "/actuator/health/*",
                        "/icons/**",
                        "/session",
                        ACT,
                        "/signed-out",
                        "/styles/**",
                        "/*.js")
                .permitAll());
        // Vaadin would take a sign-in without a token; a token in a cookie outlives the session of whoever looks at the
        // sign-in for long.
        http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(address))
                .ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest)
                // What it needs instead is a header that no other page can send.
                .ignoringRequestMatchers(ACT));
        http.exceptionHandling(handling -> handling.accessDeniedHandler(SecurityConfiguration::refuse)
                .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND), missing));
        // Addresses that lead nowhere are answered by our own page, to whoever is signed in.
        http.with(
                vaadin(),
                vaadin -> vaadin.loginView(LoginView.class)
                        .enableCsrfConfiguration(false)
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        headers(http, CONTENT_SECURITY_POLICY, ReferrerPolicy.SAME_ORIGIN);
        return http.build();
    }

    private static void headers(HttpSecurity http, String contentSecurityPolicy, ReferrerPolicy referrerPolicy) {
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentSecurityPolicy))
                .referrerPolicy(referrer -> referrer.policy(referrerPolicy))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY)));
    }

    private static CsrfTokenRepository csrfTokens(PublicAddress address) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(address.isSecure() ? "__Host-carddesk-csrf" : "carddesk-csrf");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> {
            cookie.sameSite("Strict");
            if (address.isSecure()) {
                cookie.secure(true);
            }
        });
        return tokens;
    }

    /** Whoever signs in on a page that another sign-in made stale is shown a fresh one. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (why instanceof CsrfException && request.getServletPath().equals(SIGN_IN)) {
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?error=stale");
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, why);
        }
    }

    /**
     * Lets the headers reach Vaadin's pages, which are answers to a forwarded request: Tomcat 11 ends those before Spring
     * Security has written any, unless told not to (spring-security issue 19457).
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersOnForwardedAnswers() {
        return tomcat -> tomcat.addContextCustomizers(context -> context.setSuspendWrappedResponseAfterForward(false));
    }

    /** PBKDF2, which unlike bcrypt takes passwords of any length. */
    @Bean
    PasswordEncoder passwordEncoder() {
        PasswordEncoder pbkdf2 = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        return new DelegatingPasswordEncoder("pbkdf2", Map.of("pbkdf2", pbkdf2));
    }

    /** Whoever signs in with a password does it here, whatever the way. */
    @Bean
    AuthenticationManager authenticationManager(
            PersonStore people,
            PasswordEncoder passwords,
            SignInAttempts attempts,
            KnownDevices devices,
            Clock clock,
            ApplicationEventPublisher events) {
        DefaultAuthenticationEventPublisher told = new DefaultAuthenticationEventPublisher(events);
        told.setAdditionalExceptionMappings(
                Map.of(TooManyAttemptsException.class, AuthenticationFailureLockedEvent.class));
        ProviderManager manager = new ProviderManager(new PasswordSignIn(people, passwords, attempts, devices, clock));
        manager.setAuthenticationEventPublisher(told);
        return manager;
    }

    @Bean
    UserDetailsService userDetailsService(PersonStore store) {
        return username ->
                store.byUsername(username).orElseThrow(() -> new UsernameNotFoundException("Unknown person"));
    }
}
