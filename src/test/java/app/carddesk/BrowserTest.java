package app.carddesk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * A test in a real browser: the Chromium that is installed here (property {@code carddesk.chromium}, else the first one
 * on the PATH). Where there is none the test is skipped, except in continuous integration, where it fails. A picture of
 * the page is kept under target/screenshots when a test fails.
 */
@ExtendWith(BrowserTest.ScreenshotOnFailure.class)
abstract class BrowserTest {

    /** Quiet on a closed network; the last one copes with a container's small shared memory. */
    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private static Browser browser;

    protected BrowserContext context;
    protected Page page;

    @BeforeEach
    final void openPage() {
        context = browser().newContext(contextOptions());
        page = context.newPage();
        page.setDefaultTimeout(20_000);
    }

    @AfterEach
    final void closePage() {
        if (context != null) {
            context.close();
        }
    }

    /** The window that a test opens; a desk's screen, in English, unless a test wants another. */
    protected Browser.NewContextOptions contextOptions() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en-GB");
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Optional<Path> chromium = chromium();
            if (chromium.isEmpty()) {
                String message = "No Chromium found: install it, or name it with -Dcarddesk.chromium=<path>.";
                if (Boolean.parseBoolean(System.getenv("CI"))) {
                    throw new AssertionError(message);
                }
                Assumptions.abort(message);
            }
            // A machine that has much to do is no reason to fail.
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium.get())
                            .setArgs(SWITCHES));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Optional<Path> chromium() {
        String named = System.getProperty("carddesk.chromium", "");
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                // The first has no windows at all, and draws a page in two thirds of the time.
                .flatMap(folder -> Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)));
        return (named.isBlank() ? onPath : Stream.of(Path.of(named)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Keeps what the page looked like when a test failed. */
    static final class ScreenshotOnFailure implements TestExecutionExceptionHandler {

        @Override
        public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
            if (test.getRequiredTestInstance() instanceof BrowserTest failed && failed.page != null) {
                String name = test.getRequiredTestClass().getSimpleName() + "-" + test.getDisplayName();
                try {
                    failed.page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "screenshots", name.replaceAll("[^\\w-]+", "_") + ".png")));
                } catch (RuntimeException e) {
                    failure.addSuppressed(e);
                }
            }
            throw failure;
        }
    }
}
