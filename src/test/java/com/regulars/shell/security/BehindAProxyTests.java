package com.regulars.shell.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.testing.RawBrowser;
import com.regulars.testing.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a proxy says is believed when it is one that is trusted, and only then: cookies, links, addresses. */
@ServerTest
class BehindAProxyTests {

    private static final String PROXY = "127.0.0.1";
    private static final String STRANGER = "127.0.0.68";
    private static final String TLS = "X-Forwarded-Proto: https";

    @LocalServerPort
    int port;

    @Autowired
    StaffAdministration staff;

    @Autowired
    JdbcClient jdbc;

    private final String name = Staff.freshName();
    private long id;

    @BeforeEach
    void hire() {
        id = Staff.hire(staff, name, Role.ADMINISTRATOR);
    }

    @Test
    void signingInOverTlsGivesACookieOfThisHostAlone() throws Exception {
        var browser = new RawBrowser(PROXY, port, TLS, "X-Forwarded-For: 198.51.100.7");
        assertThat(browser.signIn(name, Staff.PASSWORD))
                .startsWith("HTTP/1.1 302")
                .contains("Strict-Transport-Security: max-age=")
                .containsPattern("Set-Cookie: __Host-SESSION=[^;]+; Path=/; Secure; HttpOnly; SameSite=Lax")
                .doesNotContain("Set-Cookie: SESSION=");
        assertThat(browser.get("/staff")).startsWith("HTTP/1.1 200");
    }

    @Test
    void signingInOverPlainHttpGivesAPlainCookie() throws Exception {
        var browser = new RawBrowser(PROXY, port, "X-Forwarded-Proto: http");
        assertThat(browser.signIn(name, Staff.PASSWORD))
                .startsWith("HTTP/1.1 302")
                .containsPattern("Set-Cookie: SESSION=[^;]+; Path=/; HttpOnly; SameSite=Lax")
                .doesNotContain("Strict-Transport-Security", "__Host-", "Secure");
        assertThat(browser.get("/staff")).startsWith("HTTP/1.1 200");
    }

    @Test
    void whoIsNoTrustedProxySaysNothingAboutTlsAddressOrHost() throws Exception {
        var browser =
                new RawBrowser(STRANGER, port, TLS, "X-Forwarded-For: 198.51.100.8", "X-Forwarded-Host: evil.example");
        assertThat(browser.signIn(name, Staff.PASSWORD))
                .startsWith("HTTP/1.1 302")
                .containsPattern("Set-Cookie: SESSION=")
                .doesNotContain("Strict-Transport-Security", "__Host-", "evil.example");
        assertThat(browser.get("/staff")).startsWith("HTTP/1.1 200");
        assertThat(addressOfSignIn()).contains(STRANGER).doesNotContain("198.51.100.8");
    }

    @Test
    void linksToHandOverBeginWithTheAddressThatWasSetNotWithTheOneThatWasAsked() throws Exception {
        var browser = new RawBrowser(PROXY, port, "Host: evil.example", TLS, "X-Forwarded-Host: evil.example");
        browser.signIn(name, Staff.PASSWORD);
        browser.get("/staff/" + id);
        assertThat(browser.post("/staff/" + id + "/password-link", Map.of()))
                .startsWith("HTTP/1.1 200")
                .contains("https://regulars.example/password/")
                .doesNotContain("evil.example");
    }

    @Test
    void theAuditLogHasTheAddressBehindTheProxy() throws Exception {
        new RawBrowser(PROXY, port, TLS, "X-Forwarded-For: 203.0.113.9, 198.51.100.9").signIn(name, Staff.PASSWORD);
        assertThat(addressOfSignIn()).contains("198.51.100.9").doesNotContain("203.0.113.9", PROXY);
    }

    private String addressOfSignIn() {
        return jdbc.sql("""
                        select detail from audit_line where action = 'employee.signedIn' and subject_id = :id
                         order by id desc limit 1
                        """).param("id", String.valueOf(id)).query(String.class).single();
    }
}
