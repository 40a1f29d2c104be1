package app.carddesk.crash;

import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskApplication;
import app.carddesk.SignIn;
import app.carddesk.access.TestPeople;
import app.carddesk.audit.AuditVerification;
import app.carddesk.books.Books;
import app.carddesk.books.ReconcileCommand;
import app.carddesk.cards.TestCards;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import app.carddesk.shared.DatabaseAvailability;
import app.carddesk.shared.Ids;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.TransactionException;

/**
 * Carddesk's services, settings and migrations without its pages, as a process that is there to be killed. It does what it
 * reads from its input and says what came of it on its output, each line behind a mark of its own.
 */
final class Victim {

    /** What a line of an answer begins with; everything else is log. */
    static final String MARK = ">>> ";

    /** What a person does; all else prepares or looks around. */
    private static final Set<String> ACTS = Set.of("act", "stop", "pass");

    private final ConfigurableApplicationContext context;
    private final Steps steps;
    private final Lookout lookout;
    private final Acts acts;
    private final BufferedReader in;
    private final PrintStream out;

    private Victim(ConfigurableApplicationContext context, PrintStream out) {
        this.context = context;
        this.steps = context.getBean(Steps.class);
        SignIn signIn = context.getBean(SignIn.class);
        this.lookout = new Lookout(
                context.getBean(JdbcClient.class),
                context.getBean(Books.class),
                context.getBean(AuditVerification.class),
                signIn);
        this.acts = new Acts(
                context.getBean(Replacements.class),
                context.getBean(TestRequests.class),
                context.getBean(TestCards.class),
                signIn,
                context,
                lookout);
        this.in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(arguments);
        context.getBean(TestPeople.class).desk();
        Victim victim = new Victim(context, out);
        victim.say("ready");
        victim.serve();
        context.close();
    }

    /** Until the input ends. */
    private void serve() throws IOException {
        String line;
        while ((line = in.readLine()) != null) {
            try {
                obey(line);
            } catch (RuntimeException e) {
                say("broken " + e);
            }
        }
    }

    private void obey(String line) {
        String[] parts = line.split(" ", 2);
        if (!ACTS.contains(parts[0])) {
            // Who prepares or looks around is no person who has to be told at once that the database is away.
            await().atMost(Duration.ofMinutes(1)).until(context.getBean(DatabaseAvailability.class)::isAvailable);
        }
        switch (parts[0]) {
            case "prepare" ->
                say("prepared " + acts.prepare(Deed.valueOf(parts[1])).written());
            case "act" -> act(Steps.Watch.NONE, Job.read(parts[1]));
            case "stop", "pass" -> {
                String[] more = parts[1].split(" ", 2);
                boolean stop = parts[0].equals("stop");
                act(
                        new Steps.Watch(more[0].replace('+', ' '), (label, commits) -> {
                            say("at " + commits + " " + label);
                            if (stop) {
                                read();
                            }
                        }),
                        Job.read(more[1]));
            }
            case "steps" -> {
                List<String> taken = steps.taken().steps();
                say("steps " + taken.size());
                taken.forEach(step -> say("step " + step));
            }
            case "traces" -> say("traces " + lookout.traces(Job.read(parts[1])).written());
            case "settle" -> {
                Job job = Job.read(parts[1]);
                acts.settle(job);
                say("settled " + job.with(lookout.traces(job)).written());
            }
            case "check" -> check(parts[1].split(" "));
            case "plant" -> {
                switch (Fault.valueOf(parts[1])) {
                    case ACT_IN_TWO_TRANSACTIONS -> steps.splitActs();
                    case COMMITS_WRITTEN_LATER -> writeLater();
                }
                say("planted");
            }
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void act(Steps.Watch watch, Job job) {
        String told;
        try {
            Object result = steps.during(watch, acts.act(job));
            told = acts.told(result);
        } catch (DataAccessException | TransactionException e) {
            told = "failed " + e.getClass().getSimpleName();
        } catch (RuntimeException e) {
            told = "thrown " + e;
        }
        say("commits " + steps.taken().commits());
        say("answered " + told);
    }

    private void check(String[] given) {
        List<Job> journal = new ArrayList<>();
        for (int i = Integer.parseInt(given[1]); i > 0; i--) {
            journal.add(Job.read(read()));
        }
        lookout.findings(Long.parseLong(given[0]), journal).forEach(finding -> say("finding " + finding));
        say("checked");
    }

    private void writeLater() {
        FlywayProperties owner = context.getBean(FlywayProperties.class);
        try (Connection connection = DriverManager.getConnection(owner.getUrl(), owner.getUser(), owner.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("set write_delay 60000");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String read() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(String line) {
        out.println(MARK + line.replace('\n', ' '));
    }

    /**
     * What the application is made of, without pages, demo and mail. Named part by part, because a start of the whole
     * takes three times as long.
     */
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        TransactionManagerCustomizationAutoConfiguration.class,
        TaskSchedulingAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = "app.carddesk",
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {".*\\.ui\\..*", "app\\.carddesk\\.shell\\..*", ".*Controller", ".*LinkMailer"}),
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {CarddeskApplication.class, ReconcileCommand.class}),
                @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = TestConfiguration.class)
            })
    @ConfigurationPropertiesScan("app.carddesk")
    @EnableResilientMethods
    @EnableScheduling
    static final class Parts {

        @Bean
        static Steps steps() {
            return new Steps();
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
}
