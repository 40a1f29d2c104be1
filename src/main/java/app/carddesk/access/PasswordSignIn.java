package app.carddesk.access;

import app.carddesk.access.SignInAttempts.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
 * compared in each case, which is what takes the time.
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

    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

    /** Of a password that nobody has. */
    private final String nobodysHash;

    PasswordSignIn(
            PersonStore people, PasswordEncoder passwords, SignInAttempts attempts, KnownDevices devices, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
        this.devices = devices;
        this.clock = clock;
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
        Attempt attempt = attempts.begin(
                name, address(asked), found.map(person -> device(person, asked)).orElse(null));
        boolean right = inTurn(password, found.map(SignedIn::getPassword).orElse(null));
        return switch (attempt) {
            case Attempt.Closed closed -> throw new TooManyAttemptsException(until(closed.until()), false);
            case Attempt.Open open -> {
                SignedIn person =
                        found.filter(known -> right && known.isEnabled()).orElseThrow(() -> refusal(open, found));
                attempts.succeeded(open);
                UsernamePasswordAuthenticationToken signedIn =
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
                signedIn.setDetails(asked.getDetails());
                person.eraseCredentials();
                yield signedIn;
            }
        };
    }

    private RuntimeException refusal(Attempt.Open open, Optional<SignedIn> found) {
        attempts.failed(open, found.map(known -> known.person().id()).orElse(SystemPerson.ID));
        return open.closedUntil() == null
                ? new BadCredentialsException("Unknown name, wrong password, or disabled")
                : new TooManyAttemptsException(until(open.closedUntil()), true);
    }

    /**
     * Comparing keeps a core busy for a good part of a second: the others are left to those who are at work. Whoever
     * comes in such a crowd that nobody gets to them for long is asked to come again.
     */
    private boolean inTurn(String password, @Nullable String hash) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AuthenticationServiceException("Too many sign-ins at once");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("Interrupted", stopped);
        }
        try {
            return matches(password, hash);
        } finally {
            turns.release();
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
