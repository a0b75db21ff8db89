package com.regulars.staff.administration;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.testing.RegularsTest;
import jakarta.servlet.http.Cookie;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
class StaffPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffAdministration staff;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "/staff, zh, 新员工", "/staff, en, New employee",
        "/staff/new, zh, 收银员", "/staff/new, en, Cashier",
        "/api-clients, zh, 接口令牌", "/api-clients, en, API tokens",
        "/api-clients/new, zh, 账本核对", "/api-clients/new, en, Ledger verification",
        "/venues, zh, 品牌与门店", "/venues, en, Brand and venues",
        "/venues/new, zh, 门店代号", "/venues/new, en, Short code",
        "/venues/brand/edit, zh, 电话区域", "/venues/brand/edit, en, Phone region",
        "/audit, zh, 操作记录", "/audit, en, Audit log",
        "/audit?actor=zz%25&action=employee.hired&subject=_, en, No matching entries"
    })
    void showsPagesInBothLanguages(String address, String language, String text) {
        Staff.hire(staff, Staff.freshName(), Role.CASHIER);
        var page = mvc.get()
                .uri(address)
                .header("Accept-Language", language)
                .with(as(Role.ADMINISTRATOR))
                .exchange();
        assertThat(page).hasStatusOk().bodyText().contains(text).doesNotContain("??");
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .startsWith(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'");
    }

    @ParameterizedTest
    @CsvSource({"zh, 登录名", "en, Login name"})
    void showsTheSignInPageToAnyone(String language, String text) {
        assertThat(mvc.get().uri("/login").header("Accept-Language", language).exchange())
                .hasStatusOk()
                .bodyText()
                .contains(text)
                .contains("_csrf");
        assertThat(mvc.post()
                        .uri("/login/refused")
                        .param("username", "chen")
                        .with(csrf())
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("chen");
    }

    @Test
    void hiresAnEmployeeWhoSetsThePasswordByALinkThatWorksOnce() {
        String name = Staff.freshName();
        var hired = post(
                "/staff",
                "loginName",
                name,
                "displayName",
                "李梅",
                "roles",
                "CASHIER",
                "roles",
                "FRONT_DESK",
                "version",
                "0");
        assertThat(hired).hasStatusOk();
        String link = path(hired, "/password/[A-Za-z0-9_-]+");
        assertThat(mvc.get().uri(link).exchange()).hasStatusOk().bodyText().contains(name);
        assertThat(setPassword(link, "short", "short")).hasStatus(422);
        assertThat(setPassword(link, "two-red-lanterns", "two-green-lanterns")).hasStatus(422);
        assertThat(setPassword(link, "two-red-lanterns", "two-red-lanterns"))
                .hasStatus(302)
                .hasRedirectedUrl("/login");
        assertThat(setPassword(link, "two-blue-lanterns", "two-blue-lanterns")).hasStatus(422);
        assertThat(mvc.get().uri(link).exchange()).hasStatus(422);
        assertThat(Staff.signIn(mvc, name, "two-red-lanterns")).hasStatus(302);
    }

    @Test
    void refusesALinkAfterADay() {
        long id = Staff.hire(staff, Staff.freshName(), Role.CASHIER);
        String link = path(post("/staff/" + id + "/password-link"), "/password/[A-Za-z0-9_-]+");
        jdbc.sql("update staff_one_time_link set expires_at = expires_at - interval '24 hours' where employee_id = ?")
                .param(id)
                .update();
        assertThat(mvc.get().uri(link).exchange()).hasStatus(422);
    }

    @Test
    void endsSessionsWhenAPasswordIsReset() {
        String name = Staff.freshName();
        long id = Staff.hire(staff, name, Role.CASHIER);
        Cookie session = Staff.session(Staff.signIn(mvc, name, Staff.PASSWORD));
        post("/staff/" + id + "/password-link");
        assertThat(mvc.get().uri("/account").cookie(session).exchange()).hasStatus(302);
        assertThat(Staff.signIn(mvc, name, Staff.PASSWORD)).hasStatus(401);
    }

    @Test
    void saysWhatIsWrongWithAForm() {
        String name = Staff.freshName();
        Staff.hire(staff, name, Role.CASHIER);
        assertThat(post("/staff", "loginName", name, "displayName", "李梅", "roles", "CASHIER", "version", "0"))
                .hasStatus(422)
                .bodyText()
                .contains(name)
                .contains("李梅");
        assertThat(post("/staff", "loginName", Staff.freshName(), "displayName", "", "version", "0"))
                .hasStatus(422);
        assertThat(post("/staff", "loginName", "Ä ö", "displayName", "x", "roles", "CASHIER", "version", "0"))
                .hasStatus(422);
        assertThat(post(
                        "/staff",
                        "loginName",
                        Staff.freshName(),
                        "displayName",
                        "x",
                        "roles",
                        "EMPEROR",
                        "version",
                        "0"))
                .hasStatus(422);
    }

    @Test
    void refusesAChangeMadeOnAnOldVersion() {
        long id = Staff.hire(staff, Staff.freshName(), Role.CASHIER);
        assertThat(post("/staff/" + id, "displayName", "一", "roles", "MANAGER", "version", "0"))
                .hasStatus(302);
        assertThat(post("/staff/" + id, "displayName", "二", "roles", "CASHIER", "version", "0"))
                .hasStatus(409);
        assertThat(mvc.get().uri("/staff/" + id).with(as(Role.ADMINISTRATOR)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("一");
    }

    @Test
    void writesStaffChangesIntoTheAuditLog() {
        String name = Staff.freshName();
        long id = Staff.hire(staff, name, Role.CASHIER);
        post("/staff/" + id + "/lock");
        assertThat(mvc.get()
                        .uri("/audit?subject=" + name)
                        .header("Accept-Language", "en")
                        .with(as(Role.ADMINISTRATOR))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Employee locked")
                .contains("Employee added");
    }

    @Test
    void opensAVenueAndKeepsItsCode() {
        String code = Staff.freshName();
        assertThat(post("/venues", "code", code, "name", "湖滨店", "zone", "Asia/Shanghai", "dayEnd", "04:00"))
                .hasStatus(302);
        assertThat(post("/venues", "code", code, "name", "又一家", "zone", "Asia/Shanghai", "dayEnd", "04:00"))
                .hasStatus(422);
        assertThat(post("/venues/" + code, "code", code, "name", "湖滨新店", "zone", "Nowhere/Land", "dayEnd", "04:00"))
                .hasStatus(422);
        assertThat(post("/venues/" + code, "code", code, "name", "湖滨新店", "zone", "Asia/Shanghai", "dayEnd", "05:30"))
                .hasStatus(302);
        assertThat(mvc.get().uri("/venues/" + code).with(as(Role.ADMINISTRATOR)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("湖滨新店")
                .contains("05:30");
    }

    private MvcTestResult setPassword(String link, String password, String again) {
        return mvc.post()
                .uri(link)
                .param("newPassword", password)
                .param("again", again)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(String address, String... namesAndValues) {
        var request = mvc.post().uri(address).with(as(Role.ADMINISTRATOR)).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request.exchange();
    }

    private static String path(MvcTestResult page, String pattern) {
        try {
            var found = Pattern.compile(pattern).matcher(page.getResponse().getContentAsString());
            assertThat(found.find()).isTrue();
            return found.group();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
