package app.carddesk.evidence.link;

import app.carddesk.evidence.Intake;
import app.carddesk.shared.CustomerTexts;
import app.carddesk.shared.Language;
import app.carddesk.shared.ProofKind;
import app.carddesk.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a customer's phone speaks with. Nobody is signed in here and there is no session: the link's token opens the
 * door, a cookie that only this link's address gets tells the phone again.
 *
 * <p>Looking at a link does not take it: mail scanners and chat programs look, too. The page itself does, by a request of
 * its own that only a browser running it sends.
 */
@RestController
@RequestMapping("/u")
class LinkController {

    static final String COOKIE = "carddesk-link";

    /** No form and no page of another origin can send it. */
    static final String OURS = "X-Carddesk-Upload";

    private static final String FILE_NAME = "X-Filename";
    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final LinkDoor door;
    private final LinkPage page;
    private final Attempts attempts;
    private final Clock clock;

    LinkController(LinkDoor door, LinkPage page, Attempts attempts, Clock clock) {
        this.door = door;
        this.page = page;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * What the page is answered.
     *
     * @param state a word for programs · @param text the same for people, in their language
     * @param retry whether the same request can succeed later
     */
    record Answer(String state, @Nullable String text, boolean retry) {}

    @GetMapping("/{token}")
    ResponseEntity<String> look(
            @PathVariable String token,
            @CookieValue(name = COOKIE, required = false) @Nullable String secret,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            HttpServletRequest request) {
        if (attempts.tooMany(ClientAddress.of(request))) {
            return told(HttpStatus.TOO_MANY_REQUESTS, "link.tooMany", language(lang, request), request);
        }
        Optional<LinkToken> spelled = LinkToken.parse(token);
        if (spelled.isPresent() && !spelled.get().value().equals(token)) {
            // One spelling only, because the cookie belongs to an address.
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, path(spelled.get().value(), request))
                    .build();
        }
        return switch (door.visit(token, secret)) {
            case Visit.NotOpen() -> notOpen(lang, request);
            case Visit.InUse(Language known) ->
                told(HttpStatus.CONFLICT, "link.inUse", chosen(lang).orElse(known), request);
            case Visit.Open open ->
                ResponseEntity.ok()
                        .contentType(PAGE)
                        .body(page.open(open, chosen(lang).orElse(open.link().language()), request.getContextPath()));
        };
    }

    /** Anything else below is answered like a link that is not open. */
    @GetMapping("/**")
    ResponseEntity<String> elsewhere(HttpServletRequest request) {
        return notOpen(null, request);
    }

    @PostMapping("/{token}/open")
    ResponseEntity<Answer> open(
            @PathVariable String token,
            @CookieValue(name = COOKIE, required = false) @Nullable String secret,
            HttpServletRequest request) {
        String lang = request.getHeader(HttpHeaders.CONTENT_LANGUAGE);
        ResponseEntity<Answer> refused = refused(lang, request);
        if (refused != null) {
            return refused;
        }
        return switch (door.open(token, secret)) {
            case LinkDoor.Opening.NotOpened(Visit why) -> notAllowed(why, lang, request);
            case LinkDoor.Opening.Opened(UploadLink link, String kept) ->
                ResponseEntity.ok()
                        .header(
                                HttpHeaders.SET_COOKIE,
                                ResponseCookie.from(COOKIE, kept)
                                        .httpOnly(true)
                                        .secure(request.isSecure())
                                        // Lax, so that the phone is known again when it comes from the mail once more.
                                        .sameSite("Lax")
                                        .path(path(token, request))
                                        .maxAge(Duration.between(clock.instant(), link.expiresAt()))
                                        .build()
                                        .toString())
                        .body(new Answer("OPEN", null, false));
        };
    }

    @PostMapping("/{token}/files/{kind}")
    ResponseEntity<Answer> receive(
            @PathVariable String token,
            @PathVariable String kind,
            @CookieValue(name = COOKIE, required = false) @Nullable String secret,
            HttpServletRequest request)
            throws IOException {
        // Not as a parameter: asking for one could make the server read the body.
        String lang = request.getHeader(HttpHeaders.CONTENT_LANGUAGE);
        ResponseEntity<Answer> refused = refused(lang, request);
        if (refused != null) {
            return refused;
        }
        if (!isRaw(request)) {
            return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, new Answer("NOT_RAW", null, false));
        }
        Optional<ProofKind> place = Arrays.stream(ProofKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst();
        if (place.isEmpty()) {
            return notAllowed(new Visit.NotOpen(), lang, request);
        }
        Language language = language(lang, request);
        return switch (door.receive(token, secret, place.get(), fileName(request), request.getInputStream())) {
            case Delivery.NotAllowed(Visit why) -> notAllowed(why, lang, request);
            case Delivery.LinkFull() ->
                answer(HttpStatus.UNPROCESSABLE_CONTENT, new Answer("FULL", LinkTexts.full(language), false));
            case Delivery.Answered(Intake.Taken _) -> answer(HttpStatus.CREATED, new Answer("TAKEN", null, false));
            case Delivery.Answered(Intake.Refused why) ->
                answer(
                        why instanceof Intake.TooLarge
                                ? HttpStatus.CONTENT_TOO_LARGE
                                : HttpStatus.UNPROCESSABLE_CONTENT,
                        new Answer("REFUSED", LinkTexts.refusal(language, why), why.mayHelpToRetry()));
        };
    }

    /** What no page of ours would send, and whoever guesses. */
    private @Nullable ResponseEntity<Answer> refused(@Nullable String lang, HttpServletRequest request) {
        if (request.getHeader(OURS) == null) {
            return answer(HttpStatus.FORBIDDEN, new Answer("FOREIGN", null, false));
        }
        if (attempts.tooMany(ClientAddress.of(request))) {
            return answer(
                    HttpStatus.TOO_MANY_REQUESTS,
                    new Answer("TOO_MANY", CustomerTexts.t(language(lang, request), "link.tooMany"), true));
        }
        return null;
    }

    private ResponseEntity<Answer> notAllowed(Visit why, @Nullable String lang, HttpServletRequest request) {
        if (why instanceof Visit.InUse(Language known)) {
            return answer(
                    HttpStatus.CONFLICT,
                    new Answer("IN_USE", CustomerTexts.t(chosen(lang).orElse(known), "link.inUse"), false));
        }
        attempts.failed(ClientAddress.of(request));
        return answer(
                HttpStatus.NOT_FOUND,
                new Answer("NOT_OPEN", CustomerTexts.t(language(lang, request), "link.notOpen"), false));
    }

    private ResponseEntity<String> notOpen(@Nullable String lang, HttpServletRequest request) {
        attempts.failed(ClientAddress.of(request));
        return told(HttpStatus.NOT_FOUND, "link.notOpen", language(lang, request), request);
    }

    private ResponseEntity<String> told(HttpStatus status, String key, Language language, HttpServletRequest request) {
        return ResponseEntity.status(status).contentType(PAGE).body(page.told(key, language, request.getContextPath()));
    }

    private static ResponseEntity<Answer> answer(HttpStatus status, Answer answer) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    private static boolean isRaw(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().equalsIgnoreCase(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    }

    private static String fileName(HttpServletRequest request) {
        try {
            String name = request.getHeader(FILE_NAME);
            return name == null ? "" : URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }

    private static String path(String token, HttpServletRequest request) {
        return request.getContextPath() + "/u/" + token;
    }

    private static Optional<Language> chosen(@Nullable String lang) {
        return Arrays.stream(Language.values())
                .filter(language -> language.locale().toLanguageTag().equals(lang))
                .findFirst();
    }

    private static Language language(@Nullable String lang, HttpServletRequest request) {
        Locale browser = request.getLocale();
        return chosen(lang).orElseGet(() -> Language.of(browser));
    }
}
