package com.regulars.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.regulars.shared.time.ScopedClock;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures.Account;
import com.regulars.testing.JourneyTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * The main pages look as they were approved (see {@link Pictures}). The sample brand is made anew at a clock that stands
 * still, so that names, figures and dates are the same on every day; card numbers and durations, which chance decides,
 * are painted over in the text. Another Chromium or other fonts draw other pixels: then nothing is compared, saying so.
 */
@JourneyTest
@ActiveProfiles({"test", "demo"})
@TestPropertySource(properties = {"regulars.test.database=pictures", "regulars.demo.customers=60"})
@Import(PicturesJourneyTests.StandingClock.class)
class PicturesJourneyTests {

    private static final Instant NOON = Instant.parse("2026-11-24T04:30:00Z");
    private static final Path MADE_WITH = Pictures.APPROVED.resolve("made-with.txt");
    private static final String PASSWORD = "regulars-demo";

    private static final String PAINT_OVER = """
            () => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode;
                node.nodeValue = node.nodeValue
                  .replace(/(\\*{4}) ?\\d{4}/g, '$1 0000')
                  .replace(/6028[ \\d]{12,15}/g, '6028 0000 0000 0000')
                  .replace(/\\d+ (ms|毫秒)/g, '0 $1');
              }
            }""";

    @Autowired
    JdbcClient jdbc;

    @TestConfiguration
    static class StandingClock {

        @Bean
        @Primary
        Clock standing() {
            return new ScopedClock(Clock.fixed(NOON, ZoneOffset.UTC));
        }
    }

    @Test
    void signIn(Browser browser) throws Exception {
        Page page = page(browser, Look.CHINESE);
        page.navigate("/login");
        compare(page, "sign-in");
    }

    @Test
    void pagesOfTheManager(Browser browser) throws Exception {
        Page page = signedIn(browser, Look.CHINESE, "manager");
        compare(page, "home");
        open(page, "/customers", "customers");
        open(page, "/customers/" + number("select customer_id from card order by id limit 1"), "customer");
        open(page, "/segments", "segments");
        open(page, "/settlements/" + number("select min(id) from settlement") + "/receipt", "receipt");
    }

    @Test
    void pagesInEnglishAndInTheDark(Browser browser) throws Exception {
        Page page = signedIn(browser, Look.ENGLISH.dark(), "manager");
        compare(page, "home-english-dark");
        open(page, "/segments", "segments-english-dark");
    }

    @Test
    void ticket(Browser browser) throws Exception {
        Page page = signedIn(browser, Look.CHINESE, "service");
        open(page, "/feedback/" + number("select min(id) from feedback_ticket"), "ticket");
    }

    @Test
    void tillWithABill(Browser browser) throws Exception {
        Page page = signedIn(browser, Look.CHINESE, "cashier");
        page.navigate("/till");
        type(page, text("select number from card where status = 'ACTIVE' order by id limit 1"));
        assertThat(page.locator("#till-dish")).isFocused();
        for (String dish : jdbc.sql("select code from menu_dish order by id limit 3")
                .query(String.class)
                .list()) {
            type(page, dish);
            assertThat(page.locator("#till-dish")).hasValue("");
        }
        assertThat(page.locator(".till-amount")).isVisible();
        compare(page, "till");
    }

    private static Page page(Browser browser, Look look) throws IOException, InterruptedException {
        Page page = browser.newPage(look);
        page.clock().setFixedTime(NOON.toString());
        requireSameBrush(page.context().browser().version());
        return page;
    }

    private static Page signedIn(Browser browser, Look look, String name) throws IOException, InterruptedException {
        Page page = page(browser, look);
        browser.signIn(page, new Account(name, PASSWORD));
        return page;
    }

    private static void type(Page page, String text) {
        page.keyboard().type(text);
        page.keyboard().press("Enter");
    }

    private static void open(Page page, String address, String name) throws IOException {
        page.navigate(address);
        compare(page, name);
    }

    private static void compare(Page page, String name) throws IOException {
        page.waitForLoadState();
        page.evaluate("() => document.fonts.ready");
        page.evaluate(PAINT_OVER);
        Pictures.compare(
                name,
                page.screenshot(new Page.ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setCaret(ScreenshotCaret.HIDE)));
    }

    private static void requireSameBrush(String chromium) throws IOException, InterruptedException {
        String brush = "Chromium " + chromium.replaceAll("\\..*", "") + "\n" + fonts();
        if (Pictures.APPROVE) {
            Files.writeString(MADE_WITH, brush);
        }
        String wanted = Files.exists(MADE_WITH) ? Files.readString(MADE_WITH) : "nothing";
        assumeTrue(brush.equals(wanted), "The approved pictures were made with " + wanted + ", this is " + brush);
    }

    /** The fonts that pages get for Chinese and for Latin letters. */
    private static String fonts() throws IOException, InterruptedException {
        var names = new StringBuilder();
        for (String pattern : new String[] {"sans-serif:lang=zh-cn", "sans-serif:lang=en"}) {
            var match = new ProcessBuilder("fc-match", "-f", "%{fullname} %{fontversion}\n", pattern).start();
            names.append(new String(match.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            match.waitFor();
        }
        return names.toString();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
