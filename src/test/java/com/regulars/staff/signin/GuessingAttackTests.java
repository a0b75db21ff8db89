package com.regulars.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.testing.RegularsTest;
import jakarta.servlet.http.Cookie;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A stranger guesses passwords; the employees must not notice. */
@RegularsTest
class GuessingAttackTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffAdministration staff;

    @Autowired
    JdbcClient jdbc;

    private final String name = Staff.freshName();
    private final String stranger = freshAddress();
    private final String shop = freshAddress();

    @BeforeEach
    void hire() {
        Staff.hire(staff, name, Role.CASHIER);
    }

    @Test
    void refusesTheNinthWrongGuessOfThisPairOnly() {
        String colleague = Staff.freshName();
        Staff.hire(staff, colleague, Role.CASHIER);
        guess(name, stranger, 8);
        MvcTestResult ninth = Staff.signIn(mvc, name, "guess 9", stranger);
        assertThat(ninth).hasStatus(429);
        assertThat(Integer.parseInt(ninth.getResponse().getHeader("Retry-After")))
                .isBetween(1, 901);
        assertThat(Staff.signIn(mvc, name, Staff.PASSWORD, shop)).hasStatus(302);
        assertThat(Staff.signIn(mvc, colleague, Staff.PASSWORD, stranger)).hasStatus(302);
    }

    @Test
    void doesNotCountWhatItRefuses() {
        guess(name, stranger, 8);
        OffsetDateTime waitUntil = waitOf(name, stranger);
        for (int knock = 0; knock < 60; knock++) {
            assertThat(Staff.signIn(mvc, name, "again " + knock, stranger)).hasStatus(429);
        }
        assertThat(waitOf(name, stranger)).isEqualTo(waitUntil);
        assertThat(attempts(attempt(name, stranger).accountKey())).isEqualTo(8);
        assertThat(attempts(attempt(name, stranger).addressKey())).isEqualTo(8);
        assertThat(auditLines("employee.signInPaused")).isEqualTo(1);
    }

    @Test
    void letsAShopWorkAfterSixtyWrongNames() {
        for (int wrong = 0; wrong < 60; wrong++) {
            assertThat(Staff.signIn(mvc, Staff.freshName(), "lost", shop)).hasStatus(401);
        }
        assertThat(Staff.signIn(mvc, name, Staff.PASSWORD, shop)).hasStatus(302);
    }

    @Test
    void stopsAPasswordThatIsTriedOnOneAccountAfterAnotherButNobodyWhoWorksThere() {
        assertThat(Staff.signIn(mvc, name, Staff.PASSWORD, shop)).hasStatus(302);
        spend(attempt(name, shop).addressKey(), 300);
        assertThat(Staff.signIn(mvc, Staff.freshName(), "Summer2026!", shop)).hasStatus(429);
        assertThat(Staff.signIn(mvc, name, Staff.PASSWORD, shop)).hasStatus(302);
    }

    @Test
    void keepsTheWayOpenForAnEmployeeWhoseAccountIsTriedFromAHundredAddresses() {
        assertThat(Staff.signIn(mvc, name, Staff.PASSWORD, shop)).hasStatus(302);
        spend(attempt(name, shop).accountKey(), 100);
        assertThat(Staff.signIn(mvc, name, "guess", stranger)).hasStatus(429);
        assertThat(Staff.signIn(mvc, name, Staff.PASSWORD, shop)).hasStatus(302);
    }

    @Test
    void countsTheAddressesOfOneConnectionAsOnePlace() {
        for (int guess = 0; guess < 8; guess++) {
            assertThat(Staff.signIn(mvc, name, "guess", "2001:db8:" + hex(stranger) + ":1::" + (guess + 1)))
                    .hasStatus(401);
        }
        assertThat(Staff.signIn(mvc, name, "guess", "2001:db8:" + hex(stranger) + ":1:ffff::9"))
                .hasStatus(429);
        assertThat(Staff.signIn(mvc, name, Staff.PASSWORD, "2001:db8:" + hex(stranger) + ":2::1"))
                .hasStatus(302);
    }

    @Test
    void keepsTheSignInPageOpenWhenSomebodyGuessesAtATill() {
        Cookie till = Staff.session(Staff.signIn(mvc, name, Staff.PASSWORD, shop));
        String victim = Staff.freshName();
        Staff.hire(staff, victim, Role.CASHIER);
        for (int guess = 0; guess < 8; guess++) {
            assertThat(takeOver(till, victim, "guess " + guess)).hasStatus(422);
        }
        var refused = takeOver(till, victim, Staff.PASSWORD);
        assertThat(refused).hasStatus(429);
        assertThat(refused.getResponse().getHeader("Retry-After")).isNotNull();
        assertThat(Staff.signIn(mvc, victim, Staff.PASSWORD, shop)).hasStatus(302);
    }

    @Test
    void writesDownWhoCameInWhoWasRefusedAndWhoTookOverATill() {
        String next = Staff.freshName();
        Staff.hire(staff, next, Role.CASHIER);
        Staff.signIn(mvc, name, "wrong", shop);
        Cookie till = Staff.session(Staff.signIn(mvc, name, Staff.PASSWORD, shop));
        assertThat(takeOver(till, next, Staff.PASSWORD)).hasStatus(302);
        assertThat(jdbc.sql("""
                        select l.action || ' ' || l.actor_name || ' ' || l.detail from audit_line l join staff_employee e
                            on l.subject_type = 'employee' and l.subject_id = e.id::text
                         where e.login_name in (:names) and l.action <> 'employee.hired' order by l.id
                        """)
                        .param("names", List.of(name, next))
                        .query(String.class)
                        .list())
                .containsExactly(
                        "employee.signInRefused - " + shop + ", " + name,
                        "employee.signedIn 员工 " + name + " 员工 " + name + ", " + shop,
                        "employee.tookOverTill 员工 " + next + " 员工 " + name + " → 员工 " + next + ", " + shop);
    }

    @Test
    void keepsWhatWasTypedIntoTheWrongFieldOutOfTheLog() {
        Staff.signIn(mvc, "my-secret-" + name, "x", shop);
        assertThat(jdbc.sql("select count(*) from audit_line where detail like '%my-secret-' || :name || '%'")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MvcTestResult takeOver(Cookie till, String who, String password) {
        return mvc.post()
                .uri("/till/cashier")
                .cookie(till)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(shop);
                    return request;
                })
                .param("username", who)
                .param("password", password)
                .exchange();
    }

    private void guess(String loginName, String address, int times) {
        for (int guess = 0; guess < times; guess++) {
            assertThat(Staff.signIn(mvc, loginName, "guess " + guess, address)).hasStatus(401);
        }
    }

    private void spend(String key, int attempts) {
        jdbc.sql("""
                        insert into staff_sign_in_attempt (key, attempts, until)
                        values (:key, :attempts, now() + interval '10 minutes')
                        on conflict (key) do update set attempts = excluded.attempts, until = excluded.until
                        """).param("key", key).param("attempts", attempts).update();
    }

    private OffsetDateTime waitOf(String loginName, String address) {
        return jdbc.sql("select until from staff_sign_in_attempt where key = :key")
                .param("key", attempt(loginName, address).pairKey())
                .query(OffsetDateTime.class)
                .single();
    }

    private int attempts(String key) {
        return jdbc.sql("select attempts from staff_sign_in_attempt where key = :key")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private long auditLines(String action) {
        return jdbc.sql("select count(*) from audit_line where action = :action and detail like '%' || :name")
                .param("action", action)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private static SignInAttempt attempt(String loginName, String address) {
        return new SignInAttempt(SignInAttempt.Door.SIGN_IN, loginName, address);
    }

    private static String hex(String address) {
        return Integer.toHexString(address.hashCode() & 0xffff);
    }

    private static String freshAddress() {
        var random = ThreadLocalRandom.current();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255);
    }
}
