package com.regulars.audit;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.ActedBy;
import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.staff.Role;
import com.regulars.testing.RegularsTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@RegularsTest
class AuditTests {

    @Autowired
    AuditLog log;

    @Autowired
    AuditTrail trail;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TransactionTemplate transaction;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void tellsTwoEmployeesOfOneNameApart() {
        Actor one = employee(700_001);
        Actor other = employee(700_002);
        record(one, "first");
        record(other, "second");
        assertThat(mvc.get()
                        .uri("/audit?subject={subject}&actor={actor}", subject, one.key())
                        .with(as(Role.ADMINISTRATOR))
                        .exchange())
                .bodyText()
                .contains("first")
                .doesNotContain("second");
        var both = CurrentActor.asSystem(
                () -> trail.find(one.name(), "", subject, 1).rows());
        assertThat(both).extracting(AuditEntry::actor).containsExactly(other.acted(), one.acted());
    }

    @Test
    void keepsTheNameThatWasShownWhenItWasDone() {
        record(new Actor(Actor.Kind.EMPLOYEE, 700_003, "王芳（新）", Set.of(), Set.of()), "under the old name");
        record(new Actor(Actor.Kind.EMPLOYEE, 700_003, "王芳", Set.of(), Set.of()), "under the new name");
        var lines = CurrentActor.asSystem(
                () -> trail.find("EMPLOYEE:700003", "", subject, 1).rows());
        assertThat(lines).extracting(line -> line.actor().name()).containsExactly("王芳", "王芳（新）");
    }

    @Test
    void writesNobodyWhereNobodyIsSignedIn() {
        transaction.executeWithoutResult(status -> log.record("employee.passwordChanged", "test", subject, ""));
        var line = CurrentActor.asSystem(() -> trail.find("", "", subject, 1).rows())
                .getFirst();
        assertThat(line.actor()).isEqualTo(ActedBy.NOBODY);
        assertThat(line.actor().kind()).isEqualTo("NOBODY");
    }

    private void record(Actor actor, String detail) {
        CurrentActor.as(
                actor,
                () -> transaction.execute(status -> {
                    log.record("employee.changed", "test", subject, detail);
                    return detail;
                }));
    }

    private static Actor employee(long id) {
        return new Actor(Actor.Kind.EMPLOYEE, id, "王芳", Set.of(Permission.SIGNED_IN), Set.of());
    }
}
