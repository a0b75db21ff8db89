package com.regulars.shell.security;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.regulars.access.CurrentActor;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the table of doors cannot show: probes, headers, the API description, and the second lock behind each door. */
@RegularsTest
class DoorTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffAdministration staff;

    @Test
    void opensTheProbesAndNothingElseOfActuator() {
        assertThat(mvc.get().uri("/actuator/health/readiness").exchange())
                .hasStatusOk()
                .bodyJson()
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(mvc.get().uri("/actuator/health/liveness").exchange()).hasStatusOk();
        for (String closed :
                new String[] {"/actuator", "/actuator/health", "/actuator/env", "/actuator/health/readiness/db"}) {
            assertThat(mvc.get()
                            .uri(closed)
                            .with(as(Role.ADMINISTRATOR))
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .as(closed)
                    .isEqualTo(403);
        }
    }

    @Test
    void asksAgainInTheServiceBehindTheDoor() {
        assertThatThrownBy(() -> CurrentActor.as(Fixtures.employee(Role.MANAGER), () -> staff.hire(hire())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> CurrentActor.as(Fixtures.employee(Role.CASHIER), staff::all))
                .isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/login", "/staff", "/api/v1/brand", "/actuator/health/readiness", "/css/app.css", "/nowhere"})
    void sendsTheSecurityHeadersWithEveryAnswer(String address) {
        var headers = mvc.get().uri(address).exchange().getResponse();
        assertThat(headers.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(headers.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(headers.getHeader("Referrer-Policy")).isNotBlank();
        assertThat(headers.getHeader("Permissions-Policy")).isNotBlank();
    }

    @Test
    void describesTheApiToAdministratorsOnly() {
        assertThat(mvc.get().uri("/v3/api-docs").with(as(Role.MANAGER)).exchange())
                .hasStatus(403);
        assertThat(mvc.get().uri("/v3/api-docs").with(as(Role.ADMINISTRATOR)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("/api/v1/brand")
                .doesNotContain("\"/staff\"");
        assertThat(mvc.get()
                        .uri("/swagger-ui/index.html")
                        .with(as(Role.MANAGER))
                        .exchange())
                .hasStatus(403);
        assertThat(mvc.get()
                        .uri("/swagger-ui/index.html")
                        .with(as(Role.ADMINISTRATOR))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<style")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/staff/999999999", "/staff/abc"})
    void showsAPageForWhatIsNotThere(String address) {
        assertThat(mvc.get()
                        .uri(address)
                        .accept("text/html")
                        .with(as(Role.ADMINISTRATOR))
                        .exchange())
                .hasStatus(404)
                .bodyText()
                .contains("<main")
                .doesNotContain("Exception");
    }

    @Test
    void warnsTheAdministratorAboutPlainHttp() {
        assertThat(mvc.get()
                        .uri("http://shop.lan/account-of-nobody")
                        .accept("text/html")
                        .with(as(Role.ADMINISTRATOR))
                        .exchange())
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("http://shop.lan/staff")
                        .with(as(Role.ADMINISTRATOR))
                        .exchange())
                .bodyText()
                .contains("HTTPS");
        assertThat(mvc.get()
                        .uri("https://shop.lan/staff")
                        .with(as(Role.ADMINISTRATOR))
                        .exchange())
                .bodyText()
                .doesNotContain("HTTPS");
        assertThat(mvc.get()
                        .uri("http://localhost/staff")
                        .with(as(Role.ADMINISTRATOR))
                        .exchange())
                .bodyText()
                .doesNotContain("HTTPS");
    }

    private static HireEmployee hire() {
        return new HireEmployee("never", "Never", null, false, Set.of(Role.CASHIER), Set.of(), null);
    }
}
