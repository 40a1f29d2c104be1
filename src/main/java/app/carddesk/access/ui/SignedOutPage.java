package app.carddesk.access.ui;

import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Texts;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What stands in a window whose sign-in has ended, in place of everything that stood there: that it ended, why, and the
 * way back to the very page. It belongs to no session and shows nothing of anybody.
 */
@RestController
public class SignedOutPage {

    private static final String PATH = "signed-out";
    private static final String TEMPLATE = "access/signed-out.mustache";

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final I18NProvider texts;
    private final Template template;

    SignedOutPage(I18NProvider texts) {
        this.texts = texts;
        try (Reader source =
                new InputStreamReader(new ClassPathResource(TEMPLATE).getInputStream(), StandardCharsets.UTF_8)) {
            this.template = Mustache.compiler().defaultValue("").compile(source);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What the template asks for. */
    record Model(String base, String lang, String title, String why, String kept, String again) {}

    /** Where the page is, below the application's root. */
    public static String address(Language language) {
        return PATH + "?lang=" + language.locale().toLanguageTag();
    }

    @GetMapping(path = "/" + PATH)
    ResponseEntity<String> show(
            HttpServletRequest request,
            @RequestParam(name = "lang", defaultValue = "") String lang,
            @RequestParam(name = "why", defaultValue = "") String why) {
        Language language =
                lang.isEmpty() ? Language.of(request.getLocale()) : Language.of(Locale.forLanguageTag(lang));
        Locale locale = language.locale();
        String text = template.execute(new Model(
                request.getContextPath(),
                locale.toLanguageTag(),
                texts.getTranslation("access.signedOut.title", locale),
                texts.getTranslation(Texts.key(reason(why)), locale),
                texts.getTranslation("access.signedOut.kept", locale),
                texts.getTranslation("access.signedOut.again", locale)));
        return ResponseEntity.ok()
                .contentType(PAGE)
                .cacheControl(CacheControl.noStore())
                .body(text);
    }

    private static SignOutReason reason(String written) {
        return Arrays.stream(SignOutReason.values())
                .filter(reason -> reason.name().equalsIgnoreCase(written))
                .findFirst()
                .orElse(SignOutReason.OTHER);
    }
}
