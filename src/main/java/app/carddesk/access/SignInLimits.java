package app.carddesk.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many sign-ins may fail before one has to wait, by configuration under {@code carddesk.sign-in}.
 *
 * @param perName failures of one name from one address, or from one known device, before the first wait
 * @param perNameEverywhere failures of one name from all addresses together, each of which counts at most
 *     {@code perName} times: reached only by many addresses that work together
 * @param perAddress failures from one address with whatever names
 * @param firstWait the first wait; each failure after it doubles the next
 * @param longestWait the longest wait
 * @param forgottenAfter when failures are forgotten after the last one
 * @param knownDeviceFor how long a device stays known on which somebody signed in
 * @param alarm failures within an hour, whatever names and addresses, of which administrators are told
 */
@ConfigurationProperties("carddesk.sign-in")
public record SignInLimits(
        @DefaultValue("5") int perName,
        @DefaultValue("50") int perNameEverywhere,
        @DefaultValue("50") int perAddress,
        @DefaultValue("30s") Duration firstWait,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("24h") Duration forgottenAfter,
        @DefaultValue("180d") Duration knownDeviceFor,
        @DefaultValue("100") int alarm) {

    public SignInLimits {
        if (perName < 1 || perNameEverywhere < 1 || perAddress < 1 || alarm < 1) {
            throw new IllegalArgumentException("carddesk.sign-in: every number must be positive");
        }
        if (!firstWait.isPositive() || !forgottenAfter.isPositive() || !knownDeviceFor.isPositive()) {
            throw new IllegalArgumentException("carddesk.sign-in: every time must be positive");
        }
        if (longestWait.compareTo(firstWait) < 0 || longestWait.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "carddesk.sign-in.longest-wait: at least the first wait and at most an hour");
        }
    }

    /** How long to wait after this many failures where {@code free} of them go without; zero if not at all. */
    Duration waitAfter(int failures, int free) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = firstWait.multipliedBy(1L << Math.min(failures - free, 20));
        return doubled.compareTo(longestWait) < 0 ? doubled : longestWait;
    }
}
