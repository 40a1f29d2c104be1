package app.carddesk.access;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Too many sign-ins failed: the password was not looked at, or was wrong once too often. */
class TooManyAttemptsException extends LockedException {

    private final Duration wait;
    private final boolean lookedAt;

    /**
     * @param wait how long to wait before the next
     * @param lookedAt whether the password was looked at, and wrong
     */
    TooManyAttemptsException(Duration wait, boolean lookedAt) {
        super("Too many sign-ins failed");
        this.wait = wait;
        this.lookedAt = lookedAt;
    }

    Duration duration() {
        return wait;
    }

    boolean wasLookedAt() {
        return lookedAt;
    }
}
