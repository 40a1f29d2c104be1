package app.carddesk;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Looks at screens as all kinds of people see them, and gathers what is wrong: what axe calls serious or critical, and
 * what has to be scrolled sideways. Keeps a picture of each look under target/screenshots.
 *
 * <p>A screen that stands as it stood at the last look, every element with its attributes in its place, can only have
 * other colours; then axe judges only what depends on these.
 */
final class ScreenReview {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** The rules of axe that a colour can break. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String AXE = axe();

    private static final String ANSWERED = """
            () => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(one => !one.isActive?.())""";

    /** Ends what moves, in the elements' own trees too; what ends can make something inside it begin to move. */
    private static final String STILL = """
            async () => {
              const trees = root => [root, ...[...root.querySelectorAll('*')].filter(one => one.shadowRoot)
                .flatMap(one => trees(one.shadowRoot))];
              const moving = () => trees(document).flatMap(one => one.getAnimations()).filter(one =>
                one.playState === 'running' && Number.isFinite(one.effect.getComputedTiming().endTime));
              for (let all = moving(); all.length; all = moving()) {
                all.forEach(one => one.finish());
                await new Promise(requestAnimationFrame);
              }
            }""";

    private static final String JUDGED = """
            async colours => {
              const focused = document.activeElement;
              const seen = [innerWidth, innerHeight, ...document.querySelectorAll('body, body *')].map(one => {
                if (typeof one === 'number') {
                  return one;
                }
                const box = one.getBoundingClientRect();
                const words = [...one.childNodes].filter(part => part.nodeType === Node.TEXT_NODE).map(part => part.data);
                return [one.cloneNode(false).outerHTML, ...words, one.value, one === focused,
                  box.x, box.y, box.width, box.height].join();
              }).join('\\n');
              const rules = seen === window.reviewed ? colours : null;
              window.reviewed = seen;
              const found = await axe.run(document, {
                resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) });
              const scrolls = one => one.scrollWidth > one.clientWidth + 1
                && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX);
              const page = document.scrollingElement;
              const parts = [...document.querySelectorAll('main, .cd-page, vaadin-app-layout')].filter(scrolls);
              return {
                wide: page.scrollWidth > page.clientWidth + 1 || parts.length > 0,
                frames: document.querySelectorAll('iframe').length > 0,
                violations: found.violations.flatMap(rule => rule.nodes.map(node => ({ id: rule.id,
                  impact: rule.impact, help: rule.help, html: node.html, summary: node.failureSummary }))) };
            }""";

    private final List<String> faults = new ArrayList<>();

    /** What was wrong with all that was looked at. */
    List<String> faults() {
        return faults;
    }

    /** Looks at a page at these widths, light and dark. */
    void everyWay(Page page, String name, int... widths) {
        for (int width : widths) {
            page.setViewportSize(width, page.viewportSize().height);
            lightAndDark(page, name + "-" + width);
        }
    }

    /** Looks at a page as wide as it is, light and dark, and leaves it light. */
    void lightAndDark(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            look(page, name + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Waits until the server has answered, and ends what moves: a colour half way between light and dark is nobody's fault. */
    static void keepStill(Page page) {
        page.waitForFunction(ANSWERED);
        page.evaluate(STILL);
    }

    private void look(Page page, String name) {
        keepStill(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE);
        }
        Map<?, ?> judged = (Map<?, ?>) page.evaluate(JUDGED, COLOURS);
        if (Boolean.TRUE.equals(judged.get("wide"))) {
            faults.add(name + ": has to be scrolled sideways");
        }
        if (Boolean.TRUE.equals(judged.get("frames"))) {
            faults.add(name + ": has a frame, into which nobody looks");
        }
        for (Object one : (List<?>) judged.get("violations")) {
            Map<?, ?> violation = (Map<?, ?>) one;
            if (GRAVE.contains(violation.get("impact")) && !isPartOfTabs(violation)) {
                faults.add(name + ": " + violation.get("id") + ", " + violation.get("help") + ": "
                        + violation.get("html") + " " + violation.get("summary"));
            }
        }
    }

    /** Vaadin's row of tabs has an element of its own inside that scrolls, which axe takes for a foreign child. */
    private static boolean isPartOfTabs(Map<?, ?> violation) {
        return "aria-required-children".equals(violation.get("id"))
                && violation.get("html").toString().startsWith("<vaadin-tabs ");
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
