package app.carddesk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 *
 * <p>All tests of a run have one window after another in one and the same browser, as people do who work all day: it
 * reads the application's files once. Before each test it forgets who was signed in and what it was allowed.
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

    /** Milliseconds; a machine that has much to do is no reason to fail. */
    private static final int PATIENCE = 60_000;

    private static BrowserContext shared;

    private final List<BrowserContext> others = new ArrayList<>();

    protected BrowserContext context;
    protected Page page;

    @BeforeEach
    final void openPage() {
        context = shared();
        context.clearCookies();
        context.clearPermissions();
        page = context.newPage();
    }

    @AfterEach
    final void closePages() {
        others.forEach(BrowserContext::close);
        if (context != null) {
            context.pages().forEach(Page::close);
        }
    }

    /** A window of somebody else, who has nothing in common with the test's own. */
    protected final Page otherWindow(Browser.NewContextOptions options) {
        BrowserContext other = open(context.browser(), options.setLocale("en-GB"));
        others.add(other);
        return other.newPage();
    }

    /** A telephone or tablet held upright, with a finger instead of a mouse. */
    protected static Browser.NewContextOptions handheld() {
        return new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    private static synchronized BrowserContext shared() {
        if (shared == null) {
            shared = open(
                    browser(),
                    new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en-GB"));
        }
        return shared;
    }

    private static BrowserContext open(Browser browser, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        // The browser tells of a dialog for files only while somebody listens. Asked to tell at the moment of the key
        // or
        // click that opens the dialog, it may hear of the key first.
        context.onPage(one -> one.onFileChooser(chooser -> {}));
        return context;
    }

    private static Browser browser() {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            String message = "No Chromium found: install it, or name it with -Dcarddesk.chromium=<path>.";
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(SWITCHES));
    }

    private static Optional<Path> chromium() {
        String named = System.getProperty("carddesk.chromium", "");
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                // What people have comes first, what has no windows at all last.
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
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
