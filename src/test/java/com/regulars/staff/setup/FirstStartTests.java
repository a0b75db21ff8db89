package com.regulars.staff.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.staff.Staff;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Brands;
import com.regulars.venue.Venues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
@TestPropertySource(properties = "regulars.test.database=first_start")
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FirstStart firstStart;

    @Autowired
    Brands brands;

    @Autowired
    Venues venues;

    @Autowired
    JdbcClient jdbc;

    @Test
    void letsWhoeverReadsTheLogNameBrandVenueAndOwnerOnce(CapturedOutput log) {
        assertThat(mvc.get().uri("/login").exchange()).bodyText().contains("设置链接");
        assertThat(mvc.get().uri("/setup").exchange()).hasStatus(422);
        assertThat(mvc.get().uri("/setup?token=guessed").exchange()).hasStatus(422);
        firstStart.printLink();
        String token = log.getOut().replaceAll("(?s).*/setup\\?token=([A-Za-z0-9_-]+).*", "$1");
        assertThat(token).hasSize(43);
        assertThat(jdbc.sql("select token_hash from staff_one_time_link")
                        .query(String.class)
                        .single())
                .isNotEqualTo(token);
        assertThat(mvc.get()
                        .uri("/setup?token=" + token)
                        .header("Accept-Language", "en")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Welcome");

        assertThat(setUp(token, "password1234")).hasStatus(422);
        assertThat(setUp(token, "an-owner-of-two-cats")).hasStatus(302).hasRedirectedUrl("/login");
        assertThat(brands.current().name()).isEqualTo("蜀园");
        assertThat(venues.findByCode("main")).isPresent();
        assertThat(setUp(token, "an-owner-of-two-dogs")).hasStatus(422);

        var signedIn = Staff.signIn(mvc, "owner", "an-owner-of-two-cats");
        assertThat(signedIn).hasStatus(302);
        assertThat(mvc.get().uri("/staff").cookie(Staff.session(signedIn)).exchange())
                .hasStatusOk();
        assertThat(mvc.get().uri("/login").exchange()).bodyText().doesNotContain("设置链接");
    }

    private MvcTestResult setUp(String token, String password) {
        return mvc.post()
                .uri("/setup")
                .param("token", token)
                .param("brandName", "蜀园")
                .param("currency", "CNY")
                .param("zone", "Asia/Shanghai")
                .param("language", "zh")
                .param("phoneRegion", "CN")
                .param("venueName", "人民路店")
                .param("venueCode", "main")
                .param("dayEnd", "04:00")
                .param("loginName", "owner")
                .param("displayName", "王老板")
                .param("password", password)
                .param("again", password)
                .with(csrf())
                .exchange();
    }
}
