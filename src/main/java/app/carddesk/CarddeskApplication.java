package app.carddesk;

import app.carddesk.backup.BackupCommands;
import app.carddesk.books.ReconcileCommand;
import app.carddesk.shared.Ids;
import app.carddesk.startup.OwnerOnly;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Carddesk. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Carddesk", sharedModules = "shared")
@EnableResilientMethods
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://styles/carddesk.css")
@Viewport("width=device-width, initial-scale=1")
public class CarddeskApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        OwnerOnly.fromNowOn();
        if (ReconcileCommand.isAsked(args)) {
            System.exit(ReconcileCommand.run(Clock.systemUTC(), args));
        }
        if (BackupCommands.isAsked(args)) {
            System.exit(BackupCommands.run(Clock.systemUTC(), args));
        }
        // Requests are answered on threads that share so many of the system's: where one of them calculates for long,
        // the
        // system still gives the others their turn.
        System.setProperty(
                "jdk.virtualThreadScheduler.parallelism",
                String.valueOf(Math.max(16, 4 * Runtime.getRuntime().availableProcessors())));
        SpringApplication.run(CarddeskApplication.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/carddesk.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ids ids(Clock clock) {
        return new Ids(clock);
    }
}
