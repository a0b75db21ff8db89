package com.regulars.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RegularsTest
class InsightPageTests {

    @Autowired
    MockMvcTester web;

    @ParameterizedTest
    @CsvSource({"zh,营业收款,未用本金,有生日", "en,Takings,Principal outstanding,With a birthday"})
    void managersSeeEverythingOnOnePage(Locale language, String takings, String owed, String birthday) {
        assertThat(web.get().uri("/insight").locale(language).with(Fixtures.as(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains(takings, owed, birthday, "href=\"/segments\"", "href=\"/cards\"", "href=\"/feedback\"")
                .doesNotContain("??", "style=");
    }

    @Test
    void cashiersDoNot() {
        assertThat(web.get().uri("/insight").with(Fixtures.as(Role.CASHIER))).hasStatus(403);
    }

    @Test
    void sharesAreRoundedToTenthsOfAPercent() {
        assertThat(Overview.percent(1, 3)).isEqualTo("33.3%");
        assertThat(Overview.percent(2, 3)).isEqualTo("66.7%");
        assertThat(Overview.percent(1, 2000)).isEqualTo("0.1%");
        assertThat(Overview.percent(0, 0)).isEqualTo("–");
    }
}
