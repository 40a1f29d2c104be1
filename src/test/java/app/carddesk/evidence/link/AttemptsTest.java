package app.carddesk.evidence.link;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AttemptsTest {

    private final TestClock clock = new TestClock();
    private final LinkLimits limits =
            new LinkLimits(Duration.ofHours(1), 3, DataSize.ofMegabytes(1), 5, Duration.ofMinutes(10));
    private final Attempts attempts = new Attempts(limits, clock);

    @Test
    void who_tries_too_often_waits_and_nobody_else_does() {
        tryOften("192.0.2.1", 4);
        assertThat(attempts.tooMany("192.0.2.1")).isFalse();
        attempts.failed("192.0.2.1");

        assertThat(attempts.tooMany("192.0.2.1")).isTrue();
        assertThat(attempts.tooMany("192.0.2.2")).isFalse();
        clock.forward(Duration.ofMinutes(11));
        assertThat(attempts.tooMany("192.0.2.1")).isFalse();
        attempts.failed("192.0.2.1");
        assertThat(attempts.tooMany("192.0.2.1")).isFalse();
    }

    @Test
    void the_many_addresses_of_one_household_are_one() {
        for (int i = 1; i <= 5; i++) {
            attempts.failed("2001:db8:0:1::" + i);
        }

        assertThat(attempts.tooMany("2001:db8:0:1:ffff::1")).isTrue();
        assertThat(attempts.tooMany("2001:db8:0:2::1")).isFalse();
    }

    @Test
    void it_remembers_only_so_many() {
        tryOften("192.0.2.1", 5);
        for (int i = 0; i < Attempts.REMEMBERED; i++) {
            attempts.failed("10.0." + i / 256 + "." + i % 256);
        }

        assertThat(attempts.tooMany("192.0.2.1")).isFalse();
    }

    private void tryOften(String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(address);
        }
    }
}
