package app.carddesk.access;

import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.Ids;
import app.carddesk.shared.PublicAddress;
import app.carddesk.shared.RedemptionCodes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in to a new installation: while it has no administrator, every start prints a link that makes the first one.
 * The link works once and only until the next start. It guards itself by its token, so nobody needs to be signed in.
 */
@Service
public class FirstAdministrator implements ApplicationRunner {

    /** The least length of a password. */
    public static final int PASSWORD_LENGTH = 12;

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final PersonStore store;
    private final PasswordEncoder passwords;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final Environment environment;
    private final PublicAddress address;
    private volatile @Nullable String token;

    FirstAdministrator(
            PersonStore store,
            PasswordEncoder passwords,
            Ids ids,
            ApplicationEventPublisher events,
            Environment environment,
            PublicAddress address) {
        this.store = store;
        this.passwords = passwords;
        this.ids = ids;
        this.events = events;
        this.environment = environment;
        this.address = address;
    }

    /** What came of it. */
    public enum Result {
        CREATED,
        LINK_NOT_VALID,
        USERNAME_NOT_VALID,
        /** One of the names holds a redemption code. */
        NAME_HOLDS_CODE,
        PASSWORD_TOO_SHORT
    }

    /** The first administrator came to be. */
    record Created(UUID subjectId) implements AuditedEvent {

        @Override
        public String act() {
            return "person.created";
        }

        @Override
        public String subjectKind() {
            return "person";
        }

        @Override
        public String after() {
            return Role.ADMINISTRATOR.name();
        }

        /** Nobody can sign in yet; whoever holds the link makes themselves. */
        @Override
        public UUID actor() {
            return subjectId;
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (environment.acceptsProfiles(Profiles.of("demo")) || store.hasAdministrator()) {
            return;
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        LOG.info(
                "There is no administrator yet. Make the first one at {}/welcome/{} (works once, until the next start).",
                firstPage(),
                token);
    }

    /** The address of the first page, without a slash at its end. */
    private String firstPage() {
        URI configured = address.publicUrl();
        if (configured != null) {
            String whole = configured.toString();
            return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
        }
        return "http://localhost:"
                + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }

    /** Whether this is the link that was printed and not used yet. */
    public boolean isOpen(String given) {
        String expected = token;
        return expected != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes the first administrator and closes the link. */
    @Transactional
    public synchronized Result create(String given, String username, String name, String password) {
        if (!isOpen(given) || store.hasAdministrator()) {
            return Result.LINK_NOT_VALID;
        }
        String wanted = username.strip().toLowerCase(Locale.ROOT);
        if (!wanted.matches("[a-z0-9][a-z0-9._-]{1,62}")
                || store.byUsername(wanted).isPresent()) {
            return Result.USERNAME_NOT_VALID;
        }
        if (RedemptionCodes.containsCode(wanted) || RedemptionCodes.containsCode(name)) {
            return Result.NAME_HOLDS_CODE;
        }
        if (password.length() < PASSWORD_LENGTH) {
            return Result.PASSWORD_TOO_SHORT;
        }
        String called = name.isBlank() ? wanted : name.strip();
        Person person = new Person(ids.next(), wanted, called, Set.of(Role.ADMINISTRATOR), null, Theme.SYSTEM);
        store.add(person, passwords.encode(password));
        events.publishEvent(new Created(person.id()));
        token = null;
        return Result.CREATED;
    }
}
