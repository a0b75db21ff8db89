package com.regulars.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a journey holds in its hands: pages in a language, with looks and size, that may not raise a script error or
 * break the content security policy.
 */
public final class Browser {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final com.microsoft.playwright.Browser chromium;
    private final String baseUrl;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private volatile boolean connectionIsCut;

    Browser(com.microsoft.playwright.Browser chromium, String baseUrl) {
        this.chromium = chromium;
        this.baseUrl = baseUrl;
    }

    /** How a page is looked at. */
    public record Look(String locale, ColorScheme theme, int width, int height) {

        public static final Look CHINESE = new Look("zh-CN", ColorScheme.LIGHT, 1280, 800);
        public static final Look ENGLISH = new Look("en-GB", ColorScheme.LIGHT, 1280, 800);

        public Look dark() {
            return new Look(locale, ColorScheme.DARK, width, height);
        }

        public Look phone() {
            return new Look(locale, theme, 390, 844);
        }

        @Override
        public String toString() {
            return locale.substring(0, 2) + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        }
    }

    public Page newPage() {
        return newPage(Look.CHINESE);
    }

    /** A page of a new, signed-out session; addresses are relative to the application. */
    public Page newPage(Look look) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setLocale(look.locale())
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(look.theme())
                .setViewportSize(look.width(), look.height()));
        contexts.add(context);
        context.setDefaultTimeout(15_000);
        context.onConsoleMessage(this::heard);
        context.onWebError(error -> errors.add(error.page().url() + ": " + error.error()));
        return context.newPage();
    }

    public void signIn(Page page, Fixtures.Account account) {
        page.navigate("/login");
        page.fill("#username", account.loginName());
        page.fill("#password", account.password());
        page.click(".entrance-form button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** No serious or critical finding of axe, no part of the page wider than the window. */
    public void checkAccessibility(Page page) {
        var findings = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getFailureSummary()))
                        .toList();
        assertThat(findings).as("axe on " + page.url()).isEmpty();
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("pixels that stick out of " + page.url())
                .isZero();
    }

    /** Keeps a picture of the page as {@code target/screenshots/<name>.png}. */
    public void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    /** From here on the connection is cut on purpose, and htmx may say so on the console. */
    public void cutsTheConnection() {
        connectionIsCut = true;
    }

    /** What went wrong in any page so far. */
    public void assertNoErrors() {
        assertThat(errors).as("errors on the browser's console").isEmpty();
    }

    void close() {
        contexts.forEach(BrowserContext::close);
    }

    private void heard(ConsoleMessage message) {
        boolean answered = message.text().startsWith("Failed to load resource")
                && !message.location().matches(".*/(css|js|icons|images|webjars)/.*");
        boolean cut = connectionIsCut && message.text().startsWith("htmx:");
        if (message.type().equals("error") && !answered && !cut) {
            errors.add(message.location() + ": " + message.text());
        }
    }
}
