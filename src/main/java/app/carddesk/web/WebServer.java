package app.carddesk.web;

import app.carddesk.shared.PublicAddress;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Sets up Tomcat so that strangers can neither pass for others nor keep others waiting. */
@Configuration
class WebServer {

    /** The most bytes of what may be said about the chunks of a body besides their size: no more than where it begins. */
    private static final int EXTENSION = 1;

    /** The most bytes behind the last chunk of a body: the end of its line. */
    private static final int TRAILER = 2;

    private final WebSettings settings;
    private final PublicAddress address;

    WebServer(WebSettings settings, PublicAddress address) {
        this.settings = settings;
        this.address = address;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> guardedTomcat() {
        return tomcat -> {
            tomcat.setProtocol(GuardedConnections.class.getName());
            tomcat.addProtocolHandlerCustomizers(handler -> {
                // A thread that waits for a slow visitor costs next to nothing.
                handler.setExecutor(new VirtualThreadExecutor("http-"));
                if (handler instanceof GuardedConnections guarded) {
                    guarded.setSettings(settings);
                    // Between two looks at the clock of a body Tomcat waits for each byte anew.
                    guarded.setDisableUploadTimeout(false);
                    guarded.setConnectionUploadTimeout(
                            Math.toIntExact(settings.bodyGrace().toMillis()));
                    // So that there are few of them: no browser and no proxy sends either, which have no meaning here.
                    guarded.setMaxExtensionSize(EXTENSION);
                    guarded.setMaxTrailerSize(TRAILER);
                }
            });
            tomcat.addEngineValves(new PeerValve());
            if (!settings.proxies().isEmpty()) {
                tomcat.addEngineValves(forwarded());
            }
            if (address.isSecure()) {
                tomcat.addEngineValves(new SecureValve(Objects.requireNonNull(address.publicUrl())));
            }
            tomcat.addContextCustomizers(context -> {
                context.setUseRelativeRedirects(true);
                context.getParent().getPipeline().addValve(new ErrorAnswers());
            });
        };
    }

    /**
     * Believes the proxies about whom a request comes from and whether it came by TLS. What they say about the host is not
     * asked for: they pass on what a visitor wrote.
     */
    private RemoteIpValve forwarded() {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(settings.proxies().stream()
                .map(proxy -> Network.parse(proxy).toString())
                .collect(Collectors.joining(",")));
        valve.setTrustedProxies(null);
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }

    /** Before everything but the encoding of what is read. */
    @Bean
    FilterRegistrationBean<RequestGuard> requestGuard(OwnHosts hosts) {
        FilterRegistrationBean<RequestGuard> registration = new FilterRegistrationBean<>(new RequestGuard(hosts));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PolledNews> polledNews() {
        FilterRegistrationBean<PolledNews> registration = new FilterRegistrationBean<>(new PolledNews());
        registration.setUrlPatterns(List.of("/VAADIN/push", "/VAADIN/push/*"));
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setAsyncSupported(true);
        return registration;
    }

    /** Behind TLS the cookie of a session goes out over TLS only and belongs to this host alone. */
    @Bean
    ServletContextInitializer secureCookies(ServerProperties server) {
        return context -> {
            if (address.isSecure() || server.getSsl() != null && server.getSsl().isEnabled()) {
                context.getSessionCookieConfig().setName("__Host-carddesk");
                context.getSessionCookieConfig().setSecure(true);
                context.getSessionCookieConfig().setPath("/");
            }
        };
    }

    /** Remembers who is connected before anybody is believed. */
    private static class PeerValve extends ValveBase {

        PeerValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.setAttribute(ClientAddress.PEER, request.getRemoteAddr());
            getNext().invoke(request, response);
        }
    }

    /** Knows that whoever asks for the public address came by TLS, whether or not the proxy in between says so. */
    private static class SecureValve extends ValveBase {

        private final String host;

        SecureValve(URI publicUrl) {
            super(true);
            this.host = publicUrl.getHost();
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (host.equalsIgnoreCase(request.getServerName())) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
            }
            getNext().invoke(request, response);
        }
    }
}
