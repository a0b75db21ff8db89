package com.regulars.staff.signin;

import com.regulars.access.CurrentActor;
import com.regulars.audit.AuditLog;
import com.regulars.staff.SignedInEmployee;
import com.regulars.staff.employee.Employee;
import com.regulars.staff.employee.EmployeeRepository;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the audit log says about signing in. A name that nobody has is not written down: people type their password into
 * the wrong field.
 */
@Slf4j
@Component
@RequiredArgsConstructor
@Transactional
public class SignInRecord {

    private static final String EMPLOYEE = "employee";

    private final EmployeeRepository employees;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    /** Somebody is in. At a till it is said whom they follow, at an approval to whom they lend their name. */
    void letIn(SignInAttempt attempt, SignedInEmployee employee) {
        String before = currentActor.acted().name();
        String name = employee.actor().name();
        switch (attempt.door()) {
            case CASHIER_CHANGE -> letIn("employee.tookOverTill", before + " → " + name, attempt, employee);
            case APPROVAL -> letIn("employee.stoodBy", before + " + " + name, attempt, employee);
            case SIGN_IN, OWN_PASSWORD -> letIn("employee.signedIn", name, attempt, employee);
        }
    }

    private void letIn(String action, String who, SignInAttempt attempt, SignedInEmployee employee) {
        CurrentActor.as(employee.actor(), () -> {
            audit.record(action, EMPLOYEE, employee.id(), who + ", " + attempt.address());
            return employee;
        });
    }

    /** The password was wrong, the account locked, or there is no such name. */
    public void refused(SignInAttempt attempt) {
        audit.record("employee.signInRefused", EMPLOYEE, subject(attempt), detail(attempt));
    }

    /** The attempt has to wait: one line when the wait begins, none for what knocks during it. */
    public void paused(SignInAttempt attempt, SignInThrottle.Refusal refusal) {
        if (refusal.first()) {
            log.warn("Too many sign-in attempts from {}", attempt.address());
            audit.record("employee.signInPaused", EMPLOYEE, subject(attempt), detail(attempt));
        }
    }

    private String subject(SignInAttempt attempt) {
        return employees
                .findByLoginName(attempt.loginName())
                .map(Employee::getId)
                .map(String::valueOf)
                .orElse("-");
    }

    private String detail(SignInAttempt attempt) {
        return attempt.address()
                + employees
                        .findByLoginName(attempt.loginName())
                        .map(known -> ", " + known.getLoginName())
                        .orElse("");
    }
}
