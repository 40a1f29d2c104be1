package app.carddesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.access.FirstAdministrator.Result;
import app.carddesk.shared.Ids;
import app.carddesk.shared.PublicAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

    private final People people = new People();
    private final List<Object> events = new ArrayList<>();
    private final MockEnvironment environment = new MockEnvironment();
    private FirstAdministrator first;

    @BeforeEach
    void begin() {
        first = reachedAt(null);
    }

    private FirstAdministrator reachedAt(@Nullable URI publicUrl) {
        return new FirstAdministrator(
                people,
                Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                new Ids(Clock.systemUTC()),
                events::add,
                environment,
                new PublicAddress(publicUrl));
    }

    private String printedToken(CapturedOutput output) {
        first.run(new DefaultApplicationArguments());
        return output.getOut().replaceAll("(?s).*/welcome/([\\w-]+).*", "$1");
    }

    @Test
    void the_printed_link_makes_one_administrator_and_no_second(CapturedOutput output) {
        String token = printedToken(output);

        assertThat(first.create(token, "Boss", "The Boss", "four words are long"))
                .isEqualTo(Result.CREATED);
        assertThat(first.create(token, "boss2", "Another", "four words are long"))
                .isEqualTo(Result.LINK_NOT_VALID);
        assertThat(people.added).singleElement().satisfies(person -> {
            assertThat(person.username()).isEqualTo("boss");
            assertThat(person.roles()).containsExactly(Role.ADMINISTRATOR);
        });
        assertThat(events).hasSize(1);
    }

    @Test
    void a_short_password_or_an_odd_name_leaves_the_link_open(CapturedOutput output) {
        String token = printedToken(output);

        assertThat(first.create(token, "boss", "", "short")).isEqualTo(Result.PASSWORD_TOO_SHORT);
        assertThat(first.create(token, "the boss", "", "four words are long")).isEqualTo(Result.USERNAME_NOT_VALID);
        assertThat(first.isOpen(token)).isTrue();
        assertThat(people.added).isEmpty();
    }

    @Test
    void no_other_token_opens_anything(CapturedOutput output) {
        String token = printedToken(output);

        assertThat(first.isOpen(token + "x")).isFalse();
        assertThat(first.isOpen("")).isFalse();
    }

    @Test
    void the_link_leads_to_where_people_reach_the_installation(CapturedOutput output) {
        first.run(new DefaultApplicationArguments());
        assertThat(output.getOut()).contains(" http://localhost:8080/welcome/");

        reachedAt(URI.create("https://desk.example.com/")).run(new DefaultApplicationArguments());
        assertThat(output.getOut()).contains(" https://desk.example.com/welcome/");
    }

    @Test
    void in_the_demo_no_link_is_printed(CapturedOutput output) {
        environment.setActiveProfiles("demo");

        first.run(new DefaultApplicationArguments());

        assertThat(output.getOut()).doesNotContain("/welcome/");
    }

    /** The people of an installation that has none yet. */
    private static final class People extends PersonStore {

        private final List<Person> added = new ArrayList<>();

        People() {
            super(null);
        }

        @Override
        boolean hasAdministrator() {
            return !added.isEmpty();
        }

        @Override
        Optional<SignedIn> byUsername(String username) {
            return Optional.empty();
        }

        @Override
        void add(Person person, String passwordHash) {
            added.add(person);
        }
    }
}
