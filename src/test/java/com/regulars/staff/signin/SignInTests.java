package com.regulars.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.CurrentActor;
import com.regulars.shared.RefusedException;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.staff.administration.ChangeEmployee;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.testing.RegularsTest;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
class SignInTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffAdministration staff;

    @Autowired
    SignIn signIn;

    @Autowired
    JdbcClient jdbc;

    private final String name = Staff.freshName();

    @Test
    void leadsToTheAccountPageAndOutAgain() {
        Staff.hire(staff, name, Role.CASHIER);
        var signedIn = Staff.signIn(mvc, name.toUpperCase(java.util.Locale.ROOT), Staff.PASSWORD);
        assertThat(signedIn).hasStatus(302).hasRedirectedUrl("/");
        Cookie session = Staff.session(signedIn);
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSecure()).isFalse();
        assertThat(get("/account", session)).hasStatusOk().bodyText().contains(name);
        mvc.get().uri("/sign-out").cookie(session).exchange();
        assertThat(get("/account", session)).hasStatusOk();
        assertThat(mvc.post().uri("/sign-out").cookie(session).with(csrf()).exchange())
                .hasRedirectedUrl("/login?bye");
        assertThat(get("/account", session)).hasStatus(302).redirectedUrl().startsWith("/login?to=/account");
    }

    @Test
    void marksTheCookieSecureWheneverTheRequestIs() {
        Staff.hire(staff, name, Role.CASHIER);
        var signedIn = mvc.post()
                .uri("/login")
                .secure(true)
                .param("username", name)
                .param("password", Staff.PASSWORD)
                .with(csrf())
                .exchange();
        assertThat(Staff.session(signedIn).getSecure()).isTrue();
    }

    @Test
    void keepsNothingButIdAndNameInTheSession() {
        Staff.hire(staff, name, Role.MANAGER);
        Staff.signIn(mvc, name, Staff.PASSWORD);
        Integer bytes = jdbc.sql("""
                        select max(length(attribute_bytes)) from spring_session_attributes a
                          join spring_session s on s.primary_id = a.session_primary_id
                         where s.principal_name = :name and a.attribute_name = 'SPRING_SECURITY_CONTEXT'
                        """).param("name", name).query(Integer.class).single();
        assertThat(bytes).isLessThan(5_000);
    }

    @Test
    void answersUnknownNamesAndWrongPasswordsAlike() {
        Staff.hire(staff, name, Role.CASHIER);
        var wrong = Staff.signIn(mvc, name, "not the password");
        var unknown = Staff.signIn(mvc, Staff.freshName(), "not the password");
        assertThat(wrong).hasStatus(401).hasForwardedUrl("/login/refused");
        assertThat(unknown).hasStatus(401).hasForwardedUrl("/login/refused");
    }

    @Test
    void asksForPatienceAfterManyTriesButNeverForGood() {
        Staff.hire(staff, name, Role.CASHIER);
        String attacker = "192.0.2." + Math.abs(name.hashCode() % 250);
        for (int i = 0; i < 8; i++) {
            assertThat(Staff.signIn(mvc, name, "guess " + i, attacker)).hasStatus(401);
        }
        var refused = Staff.signIn(mvc, name, Staff.PASSWORD, attacker);
        assertThat(refused).hasStatus(429);
        assertThat(refused.getResponse().getHeader("Retry-After")).isNotNull();
        assertThat(Staff.signIn(mvc, name, Staff.PASSWORD, "198.51.100.7")).hasStatus(302);
        jdbc.sql("update staff_sign_in_attempt set until = until - interval '15 minutes'")
                .update();
        assertThat(Staff.signIn(mvc, name, Staff.PASSWORD, attacker)).hasStatus(302);
    }

    @Test
    void countsAttemptsMadeAtTheSameTime() throws Exception {
        Staff.hire(staff, name, Role.CASHIER);
        String attacker = "203.0.113." + Math.abs(name.hashCode() % 250);
        Callable<String> guess = () -> {
            try {
                signIn.check(new SignInAttempt(SignInAttempt.Door.SIGN_IN, name, attacker), "not the password");
                return "in";
            } catch (TooManyAttemptsException tooMany) {
                return "wait";
            } catch (BadCredentialsException wrong) {
                return "wrong";
            }
        };
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = pool
                    .invokeAll(IntStream.range(0, 16).mapToObj(i -> guess).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers).filteredOn("wrong"::equals).hasSize(8);
            assertThat(answers).filteredOn("wait"::equals).hasSize(8);
        }
    }

    @Test
    void endsEverySessionOfALeaverAtOnce() {
        long id = Staff.hire(staff, name, Role.CASHIER);
        Cookie session = Staff.session(Staff.signIn(mvc, name, Staff.PASSWORD));
        CurrentActor.asSystem(() -> {
            staff.lock(id);
            return null;
        });
        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(get("/account", session)).hasStatus(302).redirectedUrl().startsWith("/login?to=/account");
        assertThat(Staff.signIn(mvc, name, Staff.PASSWORD)).hasStatus(401);
    }

    @Test
    void refusesASessionThatOutlivedItsAccount() {
        long id = Staff.hire(staff, name, Role.CASHIER);
        Cookie session = Staff.session(Staff.signIn(mvc, name, Staff.PASSWORD));
        jdbc.sql("update staff_employee set active = false where id = ?")
                .param(id)
                .update();
        assertThat(get("/account", session)).hasStatus(302).redirectedUrl().startsWith("/login?to=/account");
    }

    @Test
    void countsAChangedRoleFromTheNextRequestOn() {
        long id = Staff.hire(staff, name, Role.CASHIER);
        Cookie session = Staff.session(Staff.signIn(mvc, name, Staff.PASSWORD));
        assertThat(get("/staff", session)).hasStatus(403);
        CurrentActor.asSystem(() -> {
            staff.change(new ChangeEmployee(id, 0, "新管理员", Set.of(Role.ADMINISTRATOR), Set.of()));
            return null;
        });
        assertThat(get("/staff", session)).hasStatusOk();
    }

    @Test
    void opensNothingElseUntilAFirstPasswordIsReplaced() {
        CurrentActor.asSystem(() -> staff.hire(
                new HireEmployee(name, "新人", Staff.PASSWORD, true, Set.of(Role.ADMINISTRATOR), Set.of(), null)));
        Cookie session = Staff.session(Staff.signIn(mvc, name, Staff.PASSWORD));
        assertThat(get("/staff", session)).hasStatus(302).hasRedirectedUrl("/account");
        assertThat(post(
                        "/account/password",
                        session,
                        "password",
                        Staff.PASSWORD,
                        "newPassword",
                        "short",
                        "again",
                        "short"))
                .hasStatus(422);
        assertThat(post(
                        "/account/password",
                        session,
                        "password",
                        "wrong",
                        "newPassword",
                        "jade-mountain-rain",
                        "again",
                        "jade-mountain-rain"))
                .hasStatus(422);
        var changed = post(
                "/account/password",
                session,
                "password",
                Staff.PASSWORD,
                "newPassword",
                "jade-mountain-rain",
                "again",
                "jade-mountain-rain");
        assertThat(changed).hasStatus(302);
        assertThat(get("/staff", session)).redirectedUrl().startsWith("/login?to=/staff");
        assertThat(get("/staff", Staff.session(changed))).hasStatusOk();
    }

    @Test
    void keepsOneAdministratorWhoCanSignIn() {
        long id = Staff.hire(staff, name, Role.ADMINISTRATOR);
        jdbc.sql("update staff_employee set active = false where id <> ?")
                .param(id)
                .update();
        assertThatThrownBy(() -> CurrentActor.asSystem(() -> {
                    staff.lock(id);
                    return null;
                }))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("LAST_ADMINISTRATOR"));
        jdbc.sql("update staff_employee set active = true").update();
    }

    @Test
    void changesTheCashierWithoutLeavingTheTill() {
        String next = Staff.freshName();
        Staff.hire(staff, name, Role.CASHIER);
        Staff.hire(staff, next, Role.CASHIER);
        Cookie before = Staff.session(Staff.signIn(mvc, name, Staff.PASSWORD));
        assertThat(get("/till/cashier", before)).hasStatusOk().bodyText().contains(next);
        assertThat(post("/till/cashier", before, "username", next, "password", "wrong password"))
                .hasStatus(422);
        var changed = post("/till/cashier", before, "username", next, "password", Staff.PASSWORD);
        assertThat(changed).hasStatus(302).hasRedirectedUrl("/till");
        Cookie after = Staff.session(changed);
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(get("/account", before)).hasStatus(302);
        assertThat(get("/account", after)).hasStatusOk().bodyText().contains(next);
    }

    @Test
    void refusesFormsWithoutToken() {
        Staff.hire(staff, name, Role.ADMINISTRATOR);
        Cookie session = Staff.session(Staff.signIn(mvc, name, Staff.PASSWORD));
        assertThat(mvc.post()
                        .uri("/account/language")
                        .cookie(session)
                        .param("language", "en")
                        .exchange())
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/login")
                        .param("username", name)
                        .param("password", Staff.PASSWORD)
                        .exchange())
                .hasRedirectedUrl("/login?expired");
    }

    @Test
    void comesBackToThePageThatWasWanted() {
        Staff.hire(staff, name, Role.ADMINISTRATOR);
        var asked = mvc.get()
                .uri("/staff?x=1")
                .header("Host", "evil.example")
                .accept(MediaType.TEXT_HTML)
                .exchange();
        assertThat(asked).hasRedirectedUrl("/login?to=/staff?x%3D1");
        assertThat(mvc.get().uri("/login").param("to", "/staff?x=1").exchange())
                .bodyText()
                .contains("name=\"to\" value=\"/staff?x=1\"");
        assertThat(mvc.post()
                        .uri("/login")
                        .param("username", name)
                        .param("password", "wrong password")
                        .param("to", "/staff?x=1")
                        .with(csrf()))
                .hasStatus(401)
                .hasForwardedUrl("/login/refused");
        var signedIn = mvc.post()
                .uri("/login")
                .param("to", "/staff?x=1")
                .param("username", name)
                .param("password", Staff.PASSWORD)
                .with(csrf())
                .exchange();
        assertThat(signedIn).hasRedirectedUrl("/staff?x=1");
    }

    @Test
    void leadsTheWholePageToSignInWhenHtmxAsks() {
        var answer = mvc.get().uri("/staff").header("HX-Request", "true").exchange();
        assertThat(answer).hasStatus(401);
        assertThat(answer.getResponse().getHeader("HX-Redirect")).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "/x\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "evil.example",
                "/login?to=/x",
                "/sign-out",
                ""
            })
    void leadsNowhereButToAPathOfThisServer(String elsewhere) {
        Staff.hire(staff, name, Role.CASHIER);
        assertThat(mvc.post()
                        .uri("/login")
                        .param("to", elsewhere)
                        .param("username", name)
                        .param("password", Staff.PASSWORD)
                        .with(csrf()))
                .hasRedirectedUrl("/");
    }

    @Test
    void formThatWasSentTooLateLeadsToSignInAndBackToItsPage() {
        assertThat(mvc.post()
                        .uri("/till/lines")
                        .header("Referer", "https://evil.example/till")
                        .param("dish", "101"))
                .hasRedirectedUrl("/login?to=/till&lost");
        var partial = mvc.post()
                .uri("/till/lines")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost/till")
                .param("dish", "101")
                .exchange();
        assertThat(partial).hasStatus(401);
        assertThat(partial.getResponse().getHeader("HX-Redirect")).isEqualTo("/login?to=/till&lost");
        assertThat(mvc.get()
                        .uri("/login")
                        .param("lost", "")
                        .locale(Locale.CHINESE)
                        .exchange())
                .bodyText()
                .contains("没有记下");
    }

    private MvcTestResult get(String address, Cookie session) {
        return mvc.get()
                .uri(address)
                .cookie(session)
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    private MvcTestResult post(String address, Cookie session, String... namesAndValues) {
        var request = mvc.post().uri(address).cookie(session).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request.exchange();
    }
}
