package com.regulars.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.JourneyTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@JourneyTest
class LooksJourneyTests {

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
}
