package app.carddesk.access;

import app.carddesk.access.ComparisonTurns.Place;
import app.carddesk.access.SignInAttempts.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.TransactionException;

/**
 * Signs people in by name and password; every way in that takes a password ends here, and every attempt is counted.
 *
 * <p>Whether a name is unknown, disabled or locked is told by nothing: the answer is the same, and one password is
 * compared in each case, which is what takes the time. While a name or an address is closed nothing is compared, and the
 * answer takes as long.
 */
class PasswordSignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);

    /** The longest name that is looked for; the table holds no longer one. */
    private static final int NAME_LENGTH = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final PersonStore people;
    private final PasswordEncoder passwords;
    private final SignInAttempts attempts;
    private final KnownDevices devices;
    private final Clock clock;

    private final ComparisonTurns turns;

    /** Of a password that nobody has. */
    private final String nobodysHash;

    PasswordSignIn(
            PersonStore people, PasswordEncoder passwords, SignInAttempts attempts, KnownDevices devices, Clock clock) {
        this(
                people,
                passwords,
                attempts,
                devices,
                clock,
                new ComparisonTurns(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), PATIENCE));
    }

    PasswordSignIn(
            PersonStore people,
            PasswordEncoder passwords,
            SignInAttempts attempts,
            KnownDevices devices,
            Clock clock,
            ComparisonTurns turns) {
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
        this.devices = devices;
        this.clock = clock;
        this.turns = turns;
        this.nobodysHash =
                Objects.requireNonNull(passwords.encode(UUID.randomUUID().toString()));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        try {
            return signIn(asked);
        } catch (DataAccessException | TransactionException unavailable) {
            throw new AuthenticationServiceException("People cannot be looked up", unavailable);
        }
    }

    private Authentication signIn(Authentication asked) {
        String name = asked.getName();
        String password = Objects.toString(asked.getCredentials(), "");
        Optional<SignedIn> found = isPossible(name) ? people.byUsername(name) : Optional.empty();
        String device = found.map(person -> device(person, asked)).orElse(null);
        String address = address(asked);
        String network = SignInMarks.network(address);
        Attempt.Open open;
        boolean right;
        try (Place place = turns.queue(network, device)) {
            open = switch (attempts.begin(name, address, device)) {
                case Attempt.Open begun -> begun;
                case Attempt.Closed closed -> {
                    place.close();
                    turns.passUsualTime(network);
                    throw new TooManyAttemptsException(until(closed.until()), false);
                }
            };
            right = isRight(
                    open, place, password, found.map(SignedIn::getPassword).orElse(null));
        }
        SignedIn person = found.filter(known -> right && known.isEnabled()).orElseThrow(() -> refusal(open, found));
        attempts.succeeded(open);
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        signedIn.setDetails(asked.getDetails());
        person.eraseCredentials();
        return signedIn;
    }

    private RuntimeException refusal(Attempt.Open open, Optional<SignedIn> found) {
        attempts.failed(open, found.map(known -> known.person().id()).orElse(SystemPerson.ID));
        return open.closedUntil() == null
                ? new BadCredentialsException("Unknown name, wrong password, or disabled")
                : new TooManyAttemptsException(until(open.closedUntil()), true);
    }

    /** Compares in turn. What nobody has looked at is no failure: its count is given back. */
    private boolean isRight(Attempt.Open open, Place place, String password, @Nullable String hash) {
        try {
            return place.compare(() -> matches(password, hash));
        } catch (RuntimeException notCompared) {
            giveBack(open, notCompared);
            throw notCompared;
        }
    }

    private void giveBack(Attempt.Open open, RuntimeException why) {
        // The database cannot be asked by a thread that is interrupted.
        boolean stopped = Thread.interrupted();
        try {
            attempts.giveBack(open);
        } catch (RuntimeException alsoFailed) {
            why.addSuppressed(alsoFailed);
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Compares exactly one password, whatever there is to compare it with. */
    private boolean matches(String password, @Nullable String hash) {
        if (hash != null) {
            try {
                return passwords.matches(password, hash);
            } catch (IllegalArgumentException unreadable) {
                LOG.debug("A person has no password hash that can be read; nothing matches it");
            }
        }
        passwords.matches(password, nobodysHash);
        return false;
    }

    private @Nullable String device(SignedIn person, Authentication asked) {
        return devices.device(
                person.person(), asked.getDetails() instanceof SignInDetails details ? details.devices() : Map.of());
    }

    private static String address(Authentication asked) {
        return asked.getDetails() instanceof SignInDetails details ? details.getRemoteAddress() : "";
    }

    /** Whether somebody could have this name. */
    static boolean isPossible(String name) {
        return name.strip().length() <= NAME_LENGTH && name.chars().noneMatch(Character::isISOControl);
    }

    private Duration until(Instant moment) {
        return Duration.between(clock.instant(), moment);
    }
}
