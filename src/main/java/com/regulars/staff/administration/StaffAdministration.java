package com.regulars.staff.administration;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditChanges;
import com.regulars.audit.AuditLog;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.staff.EmployeeSummary;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.employee.Employee;
import com.regulars.staff.employee.EmployeePasswords;
import com.regulars.staff.employee.EmployeeRepository;
import com.regulars.staff.employee.SessionEmployees;
import com.regulars.staff.employee.StaffSessions;
import com.regulars.staff.employee.VenueLimits;
import com.regulars.staff.employee.VenueLimits.Rights;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of an employee's account: hired, given roles and venues, locked on leaving (R7.1). There is always an
 * administrator left who can sign in. An administrator of some venues sees and changes only who works in these.
 */
@Service
@RequiredArgsConstructor
@Transactional
@Requires(Permission.STAFF_EDIT)
public class StaffAdministration {

    private final EmployeeRepository employees;
    private final EmployeePasswords passwords;
    private final StaffSessions sessions;
    private final SessionEmployees signedIn;
    private final CurrentActor currentActor;
    private final VenueLimits limits;
    private final AuditLog audit;
    private final Clock clock;

    /** @return the employee's id */
    public long hire(HireEmployee command) {
        String loginName = command.loginName().strip().toLowerCase(Locale.ROOT);
        if (!loginName.matches("[a-z0-9][a-z0-9._-]{0,59}")) {
            throw new InvalidFieldException("loginName", "loginName");
        }
        if (employees.findByLoginName(loginName).isPresent()) {
            throw new InvalidFieldException("loginName", "loginNameTaken", loginName);
        }
        requireRole(command.roles());
        limits.requireGivable(command.venueIds());
        String hash = firstHash(command.password(), loginName);
        var named = new HireEmployee(
                loginName,
                command.displayName().strip(),
                null,
                command.mustChangePassword(),
                command.roles(),
                command.venueIds(),
                command.language());
        var employee = employees.saveAndFlush(new Employee(named, hash, clock.instant()));
        tell("employee.hired", employee, rights(Rights.NONE, rights(employee)));
        return employee.getId();
    }

    @Transactional(readOnly = true)
    public List<EmployeeSummary> all() {
        return employees.inOrder().stream()
                .map(Employee::summary)
                .filter(one -> limits.covers(one.venueIds()))
                .toList();
    }

    @Transactional(readOnly = true)
    public EmployeeSummary get(long id) {
        return employee(id).summary();
    }

    /** Roles count from the employee's next request on. */
    public void change(ChangeEmployee command) {
        var employee = employee(command.id());
        if (employee.getVersion() != command.version()) {
            throw new ObjectOptimisticLockingFailureException(Employee.class, command.id());
        }
        requireRole(command.roles());
        limits.requireGivable(command.venueIds());
        if (!command.roles().contains(Role.ADMINISTRATOR)) {
            requireOtherAdministrator(employee);
        }
        Rights before = rights(employee);
        String named = employee.getDisplayName();
        employee.assign(command.displayName().strip(), command.roles(), command.venueIds());
        tell(
                "employee.changed",
                employee,
                rights(before, rights(employee)).field("staff.displayName", named, employee.getDisplayName()));
    }

    /** Closes the account of a leaver and ends all sessions at once. */
    public void lock(long id) {
        var employee = employee(id);
        if (currentActor
                .find()
                .filter(actor -> actor.key().equals("EMPLOYEE:" + id))
                .isPresent()) {
            throw new RefusedException("OWN_ACCOUNT");
        }
        requireOtherAdministrator(employee);
        employee.lock(clock.instant());
        sessions.endAll(employee.getLoginName());
        tell("employee.locked", employee, new AuditChanges());
    }

    public void unlock(long id) {
        var employee = employee(id);
        employee.unlock();
        tell("employee.unlocked", employee, new AuditChanges());
    }

    /** A link by which the employee sets a new password; all sessions end, the old password stops working. */
    public String resetPassword(long id) {
        var employee = employee(id);
        String token = passwords.reset(employee);
        sessions.endAll(employee.getLoginName());
        tell("employee.passwordReset", employee, new AuditChanges());
        return token;
    }

    private @Nullable String firstHash(@Nullable String password, String loginName) {
        if (password == null || password.isEmpty()) {
            return null;
        }
        boolean demoData = currentActor
                .find()
                .filter(actor -> actor.kind() == Actor.Kind.SYSTEM)
                .isPresent();
        return demoData ? passwords.hash(password) : passwords.checkedHash("password", password, loginName);
    }

    private Employee employee(long id) {
        return employees
                .findById(id)
                .filter(one -> limits.covers(one.getVenueIds()))
                .orElseThrow(() -> new NotFoundException("employee", id));
    }

    private static void requireRole(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new InvalidFieldException("roles", "NotEmpty");
        }
    }

    private void requireOtherAdministrator(Employee employee) {
        if (employee.isActive()
                && employee.getRoles().contains(Role.ADMINISTRATOR)
                && employees.otherAdministrators(employee.getId()) == 0) {
            throw new RefusedException("LAST_ADMINISTRATOR");
        }
    }

    private static Rights rights(Employee employee) {
        return new Rights(Set.copyOf(employee.getRoles()), Set.copyOf(employee.getVenueIds()));
    }

    private AuditChanges rights(Rights before, Rights after) {
        return limits.note(new AuditChanges(), "staff.roles", "staff.role", before, after);
    }

    private void tell(String action, Employee employee, AuditChanges changes) {
        audit.record(action, "employee", employee.getId(), changes.under(employee.getLoginName()));
        signedIn.changed();
    }
}
