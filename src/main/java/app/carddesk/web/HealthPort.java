package app.carddesk.web;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives health a port of its own, where it is answered whatever becomes of the pages: {@code management.server.port}, or
 * unless that is set the pages' port and a thousand, if nobody else has it.
 */
class HealthPort implements EnvironmentPostProcessor, Ordered {

    private static final String PORT = "management.server.port";

    /** Far enough from the port of another Carddesk beside this one. */
    private static final int BEYOND = 1000;

    private static final int LAST = 65_535;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        int pages = environment.getProperty("server.port", Integer.class, 8080);
        if (environment.containsProperty(PORT) || environment.containsProperty("carddesk.command") || pages <= 0) {
            return;
        }
        int port = pages + BEYOND <= LAST ? pages + BEYOND : pages - BEYOND;
        if (isFree(port)) {
            environment.getPropertySources().addLast(new MapPropertySource("health", Map.of(PORT, port)));
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
