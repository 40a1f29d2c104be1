package app.carddesk.evidence.link;

import app.carddesk.evidence.EvidenceLimits;
import app.carddesk.shared.CustomerTexts;
import app.carddesk.shared.Language;
import app.carddesk.shared.ProofKind;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The page a link leads to, drawn on the server: a phone on a slow network loads some kilobytes instead of a whole
 * application. Every value is escaped by the template.
 */
@Component
class LinkPage {

    /** What is taken; a hint for the phone's own choice of files, since only the content decides. */
    private static final String ACCEPT = "image/*,application/pdf,.heic,.heif,.avif,.pdf";

    private final Template template;
    private final EvidenceLimits limits;

    LinkPage(EvidenceLimits limits) {
        this.limits = limits;
        try (Reader source = new InputStreamReader(
                new ClassPathResource("evidence/link-page.mustache").getInputStream(), StandardCharsets.UTF_8)) {
            this.template = Mustache.compiler().defaultValue("").compile(source);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A place on the page; {@code card} and the others pick its drawing. */
    record Place(
            String kind,
            String name,
            String hint,
            boolean arrived,
            String photoLabel,
            String fileLabel,
            boolean front,
            boolean back,
            boolean receipt,
            boolean email) {}

    record Choice(String tag, String name, boolean current) {}

    /** What the template asks for. */
    record Model(
            String base,
            String lang,
            Language language,
            List<Choice> languages,
            String title,
            String lead,
            boolean open,
            boolean bound,
            List<Place> places,
            String accept,
            long maxBytes,
            String tooLarge,
            Words words) {}

    /** The page's own words, in its language. */
    record Words(Language language) {

        String languages() {
            return CustomerTexts.t(language, "link.page.languages");
        }

        String codeHint() {
            return CustomerTexts.t(language, "link.page.codeHint");
        }

        String photo() {
            return CustomerTexts.t(language, "link.page.photo");
        }

        String file() {
            return CustomerTexts.t(language, "link.page.file");
        }

        String cancel() {
            return CustomerTexts.t(language, "link.page.cancel");
        }

        String retry() {
            return CustomerTexts.t(language, "link.page.retry");
        }

        String waiting() {
            return CustomerTexts.t(language, "link.page.waiting");
        }

        String sending() {
            return CustomerTexts.t(language, "link.page.sending");
        }

        String looking() {
            return CustomerTexts.t(language, "link.page.looking");
        }

        String arrived() {
            return CustomerTexts.t(language, "link.page.arrived");
        }

        String cancelled() {
            return CustomerTexts.t(language, "link.page.cancelled");
        }

        String unreachable() {
            return CustomerTexts.t(language, "link.page.unreachable");
        }

        String preview() {
            return CustomerTexts.t(language, "link.page.preview");
        }

        String noScript() {
            return CustomerTexts.t(language, "link.page.noScript");
        }

        String privacy() {
            return CustomerTexts.t(language, "link.page.privacy");
        }
    }

    String open(Visit.Open visit, Language language, String base) {
        List<Place> places =
                visit.places().stream().map(place -> place(place, language)).toList();
        String lead = CustomerTexts.t(language, places.isEmpty() ? "link.page.nothing" : "link.page.lead");
        return draw(base, language, CustomerTexts.t(language, "link.page.title"), lead, visit.bound(), places);
    }

    /** A page without places, which says why. */
    String told(String key, Language language, String base) {
        return draw(
                base,
                language,
                CustomerTexts.t(language, "link.page.title"),
                CustomerTexts.t(language, key),
                false,
                List.of());
    }

    private String draw(String base, Language language, String title, String lead, boolean bound, List<Place> places) {
        List<Choice> choices = Arrays.stream(Language.values())
                .map(each -> new Choice(each.locale().toLanguageTag(), each.nativeName(), each == language))
                .toList();
        return template.execute(new Model(
                base,
                language.locale().toLanguageTag(),
                language,
                choices,
                title,
                lead,
                !places.isEmpty(),
                bound,
                places,
                ACCEPT,
                limits.maxFile().toBytes(),
                LinkTexts.tooLarge(language, limits.maxFile().toBytes()),
                new Words(language)));
    }

    private static Place place(Visit.Place place, Language language) {
        ProofKind kind = place.kind();
        String name = CustomerTexts.t(language, "link.place." + kind.name());
        return new Place(
                kind.name(),
                name,
                CustomerTexts.t(language, "link.place." + kind.name() + ".hint"),
                place.arrived(),
                CustomerTexts.t(language, "link.page.photo.of", name),
                CustomerTexts.t(language, "link.page.file.of", name),
                kind == ProofKind.FRONT,
                kind == ProofKind.BACK,
                kind == ProofKind.RECEIPT,
                kind == ProofKind.EMAIL);
    }
}
