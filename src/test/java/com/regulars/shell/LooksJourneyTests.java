package com.regulars.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class LooksJourneyTests {

    @Autowired
    Fixtures fixtures;

    static Stream<Look> looks() {
        return Stream.of(Look.CHINESE, Look.ENGLISH)
                .flatMap(look -> Stream.of(look, look.dark()))
                .flatMap(look -> Stream.of(look, look.phone()));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void signInPageIsReadable(Look look, Browser browser) {
        var page = browser.newPage(look);
        page.navigate("/login");

        assertThat(page.locator("#username").evaluate("field => field === document.activeElement"))
                .isEqualTo(true);
        browser.screenshot(page, "login-" + look);
        browser.checkAccessibility(page);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void homeAndErrorPagesAreReadable(Look look, Browser browser) {
        var page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(Role.FRONT_DESK));

        browser.screenshot(page, "home-" + look);
        browser.checkAccessibility(page);

        assertThat(page.navigate("/no-such-page").status()).isEqualTo(404);
        browser.screenshot(page, "not-found-" + look);
        browser.checkAccessibility(page);

        assertThat(page.navigate("/staff").status()).isEqualTo(403);
        browser.screenshot(page, "forbidden-" + look);
        browser.checkAccessibility(page);
    }

    @Test
    void languageAndLooksAreSwitchedAndStay(Browser browser) {
        var page = browser.newPage();
        browser.signIn(page, fixtures.hire(Role.MANAGER));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");

        page.click("header button[name=language]");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");

        page.click(".top .pop-theme summary");
        page.click(".top button[value=dark]");
        page.navigate("/search");
        assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void slashLeadsToTheSearchAndTheMenuOpensOnAPhone(Browser browser) {
        var page = browser.newPage(Look.CHINESE.phone());
        browser.signIn(page, fixtures.hire(Role.MANAGER));
        page.navigate("/search");

        page.keyboard().press("/");
        assertThat(page.locator("#search-top").evaluate("field => field === document.activeElement"))
                .isEqualTo(true);

        assertThat(page.locator("#menu").isVisible()).isFalse();
        page.click(".menu-toggle");
        assertThat(page.locator("#menu").isVisible()).isTrue();
        page.keyboard().press("Escape");
        page.locator("#menu").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
}
