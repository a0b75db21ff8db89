package com.regulars.staff.account;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.staff.EmployeeSummary;
import com.regulars.staff.employee.Employee;
import com.regulars.staff.employee.EmployeePasswords;
import com.regulars.staff.employee.EmployeeRepository;
import com.regulars.staff.employee.OneTimeLinks;
import com.regulars.staff.employee.SessionEmployees;
import com.regulars.staff.employee.StaffSessions;
import com.regulars.staff.signin.SignInAttempt;
import com.regulars.staff.signin.SignInRecord;
import com.regulars.staff.signin.SignInThrottle;
import com.regulars.staff.signin.TooManyAttemptsException;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What employees do with their own account: password and language. */
@Service
@RequiredArgsConstructor
@Transactional
public class OwnAccount {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    private final EmployeeRepository employees;
    private final EmployeePasswords passwords;
    private final SignInThrottle throttle;
    private final SignInRecord signIns;
    private final OneTimeLinks links;
    private final StaffSessions sessions;
    private final SessionEmployees signedIn;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    @Transactional(readOnly = true)
    @Requires(Permission.SIGNED_IN)
    public EmployeeSummary get() {
        return me().summary();
    }

    /**
     * Replaces the own password; other sessions end, the one it is done in goes on.
     *
     * @param address where the request comes from: guessing the present password here is slowed down as at sign-in
     */
    @Requires(Permission.SIGNED_IN)
    @Transactional(propagation = Propagation.NOT_SUPPORTED) // the attempt counts even when the rest is refused
    public void changePassword(String present, String fresh, String address, @Nullable String sessionId) {
        Employee me = me();
        requirePresent(me, present, address);
        if (present.equals(fresh)) {
            throw new InvalidFieldException("newPassword", "passwordSame");
        }
        String hash = passwords.checkedHash("newPassword", fresh, me.getLoginName());
        transaction.executeWithoutResult(status -> {
            replace(me(), hash);
            sessions.endOthers(me.getLoginName(), sessionId);
        });
    }

    @Requires(Permission.SIGNED_IN)
    public void speak(@Nullable String language) {
        if (language != null && !LANGUAGES.contains(language)) {
            throw new InvalidFieldException("language", "type");
        }
        me().speak(language);
        signedIn.changed();
    }

    /** The login name of the employee a password link is for, while it works. */
    @Transactional(readOnly = true)
    public Optional<String> linkOwner(String token) {
        return links.employee(OneTimeLinks.Purpose.PASSWORD, token)
                .flatMap(employees::findById)
                .filter(Employee::isActive)
                .map(Employee::getLoginName);
    }

    /** Sets a new password through a one-time link. */
    public void setPassword(String token, String fresh) {
        Employee employee = links.employee(OneTimeLinks.Purpose.PASSWORD, token)
                .flatMap(employees::findById)
                .filter(Employee::isActive)
                .orElseThrow(() -> new RefusedException("LINK_NOT_VALID"));
        String hash = passwords.checkedHash("newPassword", fresh, employee.getLoginName());
        if (!links.use(OneTimeLinks.Purpose.PASSWORD, token)) {
            throw new RefusedException("LINK_NOT_VALID");
        }
        replace(employee, hash);
        sessions.endAll(employee.getLoginName());
    }

    private void replace(Employee employee, String hash) {
        employee.replacePassword(hash);
        signedIn.changed();
        audit.record("employee.passwordChanged", "employee", employee.getId(), employee.getLoginName());
    }

    private void requirePresent(Employee me, String present, String address) {
        var attempt = new SignInAttempt(SignInAttempt.Door.OWN_PASSWORD, me.getLoginName(), address);
        var refusal = throttle.attempt(attempt);
        if (refusal.isPresent()) {
            signIns.paused(attempt, refusal.get());
            throw new RefusedException(
                    RefusedException.Reason.TOO_MANY,
                    "TOO_MANY_ATTEMPTS",
                    new TooManyAttemptsException(refusal.get().remaining()).minutes());
        }
        if (!passwords.matches(present, me)) {
            signIns.refused(attempt);
            throw new InvalidFieldException("password", "passwordWrong");
        }
        throttle.succeeded(attempt);
    }

    private Employee me() {
        Actor actor = currentActor.get();
        return Optional.of(actor)
                .filter(one -> one.kind() == Actor.Kind.EMPLOYEE)
                .flatMap(one -> employees.findById(one.id()))
                .orElseThrow(() -> new NotFoundException("employee", actor.id()));
    }
}
