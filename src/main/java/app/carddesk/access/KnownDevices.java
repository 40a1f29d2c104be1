package app.carddesk.access;

import app.carddesk.access.SignInMarks.Kind;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Devices on which a person signed in before, told by a cookie that is signed for that person alone. It opens nothing: it
 * only keeps what strangers do to a name from the person who has it. Several people can share a device.
 */
@Component
class KnownDevices {

    private static final String PREFIX = "carddesk-device-";

    /** What browsers accept only from us, over TLS, for every path. */
    private static final String HOST_PREFIX = "__Host-";

    private static final int MARK_LENGTH = 12;
    private static final int ID_BYTES = 12;

    /** People of one device; whoever has not signed in there for longest is forgotten. */
    private static final int PEOPLE = 12;

    private final SignInMarks marks;
    private final SignInLimits limits;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(SignInMarks marks, SignInLimits limits, Clock clock) {
        this.marks = marks;
        this.limits = limits;
        this.clock = clock;
    }

    /** The cookies a request brings, by their name without prefix. */
    static Map<String, String> cookies(HttpServletRequest request) {
        Map<String, String> found = new HashMap<>();
        for (Cookie cookie : Optional.ofNullable(request.getCookies()).orElse(new Cookie[0])) {
            String name = plain(cookie.getName());
            if (name.startsWith(PREFIX)) {
                found.putIfAbsent(name, cookie.getValue());
            }
        }
        return Map.copyOf(found);
    }

    /** The device among these cookies on which this person signed in before; null if there is none. */
    @Nullable String device(Person person, Map<String, String> cookies) {
        String value = cookies.get(name(person));
        if (value == null) {
            return null;
        }
        String[] parts = value.split("\\.", -1);
        if (parts.length != 3 || !isSigned(person, parts)) {
            return null;
        }
        Instant since = since(value);
        return since.plus(limits.knownDeviceFor()).isAfter(clock.instant()) ? parts[0] : null;
    }

    /** Makes the device that answers known for a person, or known for longer. */
    void remember(Person person, HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> cookies = cookies(request);
        String known = device(person, cookies);
        String id = known == null ? newId() : known;
        String since = String.valueOf(clock.instant().getEpochSecond());
        String value =
                id + "." + since + "." + marks.of(Kind.COOKIE, person.id().toString(), id, since);
        add(request, response, name(person), value, limits.knownDeviceFor().toSeconds());

        List<String> others = new ArrayList<>(cookies.keySet());
        others.remove(name(person));
        others.sort(Comparator.comparing(name -> since(cookies.getOrDefault(name, ""))));
        others.subList(0, Math.max(0, others.size() - (PEOPLE - 1)))
                .forEach(name -> add(request, response, name, "", 0));
    }

    private boolean isSigned(Person person, String[] parts) {
        String expected = marks.of(Kind.COOKIE, person.id().toString(), parts[0], parts[1]);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), parts[2].getBytes(StandardCharsets.UTF_8));
    }

    private static Instant since(String value) {
        String[] parts = value.split("\\.", -1);
        return parts.length == 3 && parts[1].matches("\\d{1,11}")
                ? Instant.ofEpochSecond(Long.parseLong(parts[1]))
                : Instant.EPOCH;
    }

    private static void add(
            HttpServletRequest request, HttpServletResponse response, String name, String value, long seconds) {
        boolean secure = request.isSecure();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(secure ? HOST_PREFIX + name : name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Strict")
                        .maxAge(seconds)
                        .build()
                        .toString());
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String name(Person person) {
        return PREFIX + marks.of(Kind.COOKIE, person.id().toString()).substring(0, MARK_LENGTH);
    }

    private static String plain(String name) {
        return name.startsWith(HOST_PREFIX) ? name.substring(HOST_PREFIX.length()) : name;
    }
}
