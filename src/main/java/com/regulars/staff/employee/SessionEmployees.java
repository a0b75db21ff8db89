package com.regulars.staff.employee;

import com.regulars.access.Permission;
import com.regulars.shared.cache.SharedCache;
import com.regulars.shared.cache.SharedCaches;
import com.regulars.staff.SignedInEmployee;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the employees of running sessions may do, asked at every request of a browser and therefore kept in memory. */
@Component
public class SessionEmployees {

    private static final int MOST_KEPT = 10_000;

    private final EmployeeRepository employees;
    private final SharedCache<Long, Optional<SignedInEmployee>> kept;

    SessionEmployees(EmployeeRepository employees, SharedCaches caches) {
        this.employees = employees;
        this.kept = caches.make("employee", MOST_KEPT, this::read);
    }

    /** Nobody when the account is locked or gone. */
    public Optional<SignedInEmployee> find(long id) {
        return kept.get(id);
    }

    /** Says that an employee was changed. */
    public void changed() {
        kept.changed();
    }

    private Optional<SignedInEmployee> read(long id) {
        return employees.findById(id).filter(Employee::isActive).map(SessionEmployees::signedIn);
    }

    public static SignedInEmployee signedIn(Employee employee) {
        Set<Permission> permissions = EnumSet.of(Permission.SIGNED_IN);
        employee.getRoles().forEach(role -> permissions.addAll(role.permissions()));
        return new SignedInEmployee(employee.summary(), permissions, employee.isMustChangePassword());
    }
}
