package com.regulars.staff.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An administrator of one venue wants more than that venue. */
@RegularsTest
class OwnLimitTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffAdministration staff;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private final String name = Staff.freshName();
    private Venue own;
    private Venue other;
    private long id;
    private Actor actor;

    @BeforeEach
    void hire() {
        own = fixtures.freshVenue();
        other = fixtures.freshVenue();
        id = hire(name, Set.of(own.id()));
        actor = new Actor(
                Actor.Kind.EMPLOYEE,
                id,
                "店管理员",
                Fixtures.employee(Role.ADMINISTRATOR).permissions(),
                Set.of(own.id()));
    }

    @Test
    void cannotLiftTheOwnLimitNorGiveItToAnother() {
        assertThat(change(id)).hasStatus(422);
        assertThat(change(id, own.id(), other.id())).hasStatus(422);
        assertThat(change(id, own.id())).hasStatus(302);
        assertThat(hireAs(Staff.freshName())).hasStatus(422);
        assertThat(hireAs(Staff.freshName(), other.id())).hasStatus(422);
        assertThat(hireAs(Staff.freshName(), own.id())).hasStatus(302);
        assertThat(token("c" + name)).hasStatus(422);
        assertThat(token("d" + name, other.id())).hasStatus(422);
    }

    @Test
    void cannotTakeOverWhoWorksElsewhere() {
        long everywhere = hire(Staff.freshName(), Set.of());
        long elsewhere = hire(Staff.freshName(), Set.of(other.id()));
        for (long beyond : new long[] {everywhere, elsewhere}) {
            assertThat(post("/staff/" + beyond + "/password-link")).hasStatus(404);
            assertThat(post("/staff/" + beyond + "/lock")).hasStatus(404);
            assertThat(change(beyond, own.id())).hasStatus(404);
        }
    }

    @Test
    void writesDownWhatBecameOfTheRightsOfWhom() {
        CurrentActor.asSystem(() -> {
            staff.change(new ChangeEmployee(
                    id, 0, "员工 " + name, Set.of(Role.ADMINISTRATOR, Role.CASHIER), Set.of(own.id(), other.id())));
            return null;
        });
        assertThat(jdbc.sql("""
                        select detail from audit_line where subject_type = 'employee' and subject_id = :id
                           and action = 'employee.changed'
                        """)
                        .param("id", String.valueOf(id))
                        .query(String.class)
                        .single())
                .contains("staff.roles: staff.role.ADMINISTRATOR → staff.role.CASHIER, staff.role.ADMINISTRATOR")
                .contains("staff.venues: " + own.name() + " → ")
                .contains(other.name());
    }

    private long hire(String loginName, Set<Long> venues) {
        return CurrentActor.asSystem(() -> staff.hire(new HireEmployee(
                loginName, "员工 " + loginName, Staff.PASSWORD, false, Set.of(Role.ADMINISTRATOR), venues, null)));
    }

    private MvcTestResult change(long employee, Long... venues) {
        return post("/staff/" + employee, "roles", "ADMINISTRATOR", venues);
    }

    private MvcTestResult hireAs(String loginName, Long... venues) {
        return post("/staff?loginName=" + loginName + "&password=" + Staff.PASSWORD, "roles", "CASHIER", venues);
    }

    private MvcTestResult token(String client, Long... venues) {
        return post("/api-clients?name=" + client, "scopes", "CUSTOMERS", venues);
    }

    private MvcTestResult post(String path) {
        return post(path, "x", "1");
    }

    private MvcTestResult post(String path, String field, String value, Long... venues) {
        var request = mvc.post()
                .uri(path)
                .with(Fixtures.as(actor))
                .with(csrf())
                .param("displayName", "员工")
                .param("version", "0")
                .param(field, value);
        for (Long venue : venues) {
            request.param("venueIds", venue.toString());
        }
        return request.exchange();
    }
}
