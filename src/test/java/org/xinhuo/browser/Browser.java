package org.xinhuo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A real Chromium in front of the application under test. Register it as a static field of an {@code @XinhuoWebTest}:
 *
 * <pre>
 * &#64;RegisterExtension
 * static final Browser browser = new Browser();
 * </pre>
 *
 * Each person who logs in gets a window of their own; all are closed after the test, and after a failed one each leaves
 * a picture in {@code target/screenshots}. Without a browser on the machine the tests are skipped with a clear line, in
 * CI ({@code CI=true}) they fail.
 */
public final class Browser implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    /** How a window is set up: language as the browser sends it, and size. */
    public enum Window {
        CHINESE_DESKTOP("zh-CN", 1280, 900),
        ENGLISH_DESKTOP("en-US", 1280, 900),
        CHINESE_PHONE("zh-CN", 390, 844),
        ENGLISH_PHONE("en-US", 390, 844);

        private final String locale;
        private final int width;
        private final int height;

        Window(String locale, int width, int height) {
            this.locale = locale;
            this.width = width;
            this.height = height;
        }
    }

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final double PATIENCE_IN_MILLIS = 60_000;

    /** One for all classes that this process tests; it ends with the process. */
    private static com.microsoft.playwright.Browser chromium;

    private String address;
    private String test;
    private final List<Page> pages = new ArrayList<>();
    private final List<String> scriptErrors = new ArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> executable = Chromium.find();
        if (executable.isEmpty()) {
            String line = "no Chromium or Chrome on this machine: tests in the browser cannot run";
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                fail(line);
            }
            abort(line);
        }
        // A loaded machine draws Tasklist in ten seconds; on an idle one nothing waits this long.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_IN_MILLIS);
        if (chromium == null || !chromium.isConnected()) {
            chromium = launch(executable.get());
        }
    }

    private static com.microsoft.playwright.Browser launch(Path executable) {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        String port = SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        address = "http://localhost:" + port;
        test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        scriptErrors.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (int i = 0; i < pages.size(); i++) {
            if (context.getExecutionException().isPresent() && !pages.get(i).isClosed()) {
                screenshot(pages.get(i), test + "-failed-" + (i + 1));
            }
            pages.get(i).context().close();
        }
        pages.clear();
    }

    /** A new window of nobody, at a path of the application. */
    public Page open(String path, Window window) {
        Page page = window(window);
        page.navigate(address + path);
        return page;
    }

    private Page window(Window window) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(window.locale)
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(window.width, window.height));
        context.setDefaultTimeout(PATIENCE_IN_MILLIS);
        Page page = context.newPage();
        page.onPageError(scriptErrors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                scriptErrors.add(message.text());
            }
        });
        pages.add(page);
        return page;
    }

    /** A new Chinese window on a desktop in which this person has logged in; the id is the password. */
    public Page login(String personId) {
        return login(personId, Window.CHINESE_DESKTOP);
    }

    /**
     * A new window in which this person has logged in, at the first page. The form is sent without being drawn: most
     * tests begin with it, and drawing it each time took a tenth of them all.
     */
    public Page login(String personId, Window window) {
        Page page = window(window);
        APIRequestContext sender = page.context().request();
        Matcher token = TOKEN.matcher(sender.get(address + "/login").text());
        assertThat(token.find()).as("the form for logging in has a token").isTrue();
        APIResponse answer = sender.post(
                address + "/login",
                RequestOptions.create()
                        .setForm(FormData.create()
                                .set("_csrf", token.group(1))
                                .set("username", personId)
                                .set("password", personId))
                        .setMaxRedirects(0));
        assertThat(answer.headers().get("location")).as(personId + " logs in").endsWith("/");
        page.navigate(address + "/");
        return page;
    }

    /** Goes on to another page of the application, in the same window. */
    public void go(Page page, String path) {
        page.navigate(address + path);
    }

    /** Follows the line at the top to a page, through the menu that it is in. */
    public void follow(Page page, String path) {
        String link = "a[href='" + path + "']";
        Locator menu = page.locator(".top-nav .menu", new Page.LocatorOptions().setHas(page.locator(link)));
        if (menu.count() > 0) {
            menu.locator("summary").click();
        }
        page.locator(".top-nav " + link).click();
    }

    /** Leaves a picture of the whole page in {@code target/screenshots}. */
    public void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** No violation of any rule that axe knows. */
    public void assertAccessible(Page page) {
        // Otherwise axe opens a window of its own to gather what frames say; our pages have none.
        List<Rule> violations =
                new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(violations)
                .as(() -> "accessibility of " + page.url() + ": " + told(violations))
                .isEmpty();
    }

    /** Nothing sticks out to the right once its styles are there, on a desktop and on a phone. */
    public void assertNoSideScroll(Page page) {
        page.waitForLoadState(LoadState.LOAD);
        ViewportSize own = page.viewportSize();
        for (Window size : List.of(Window.CHINESE_DESKTOP, Window.CHINESE_PHONE)) {
            page.setViewportSize(size.width, size.height);
            Object excess =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) excess).intValue())
                    .as("pixels that %s is too wide for %d", page.url(), size.width)
                    .isZero();
        }
        page.setViewportSize(own.width, own.height);
    }

    /** On a phone all of this part is in sight: neither cut off nor to be reached only by scrolling within it. */
    public void assertWholeOnAPhone(Page page, String part) {
        page.waitForLoadState(LoadState.LOAD);
        ViewportSize own = page.viewportSize();
        page.setViewportSize(Window.CHINESE_PHONE.width, Window.CHINESE_PHONE.height);
        Object excess = page.locator(part)
                .evaluate(
                        "it => (it.closest('.scroll') ?? it).scrollWidth - (it.closest('.scroll') ?? it).clientWidth");
        page.setViewportSize(own.width, own.height);
        assertThat(((Number) excess).intValue())
                .as("pixels of %s that are out of sight", part)
                .isZero();
    }

    /** No script of any page of this test failed or was stopped by the content security policy. */
    public void assertNoScriptErrors() {
        assertThat(scriptErrors).as("errors of scripts").isEmpty();
    }

    private static List<String> told(List<Rule> violations) {
        return violations.stream()
                .map(rule -> rule.getId() + " " + rule.getHelp() + " at "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
    }
}
