package com.regulars.staff;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.staff.employee.Employee;
import com.regulars.staff.employee.EmployeeRepository;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works here, as colleagues may know it. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class StaffDirectory {

    private final EmployeeRepository employees;
    private final CurrentActor currentActor;

    /**
     * Somebody who works here.
     *
     * @param key as {@link Actor#key()} gives it
     * @param loginName the name to sign in with
     * @param displayName the name to call them by
     */
    public record Colleague(String key, String loginName, String displayName) {}

    /** Employees who may settle bills in one of the actor's venues. */
    @Requires(Permission.BILL_SETTLE)
    public List<Colleague> tillStaff() {
        Set<Long> here = currentActor.get().venueIds();
        return active(Permission.BILL_SETTLE)
                .filter(worksIn(venueIds -> here.isEmpty() || venueIds.stream().anyMatch(here::contains)))
                .map(StaffDirectory::colleague)
                .toList();
    }

    /** Employees who hold a permission and work in a venue, by name. */
    @Requires(Permission.SIGNED_IN)
    public List<Colleague> holding(Permission permission, long venueId) {
        return active(permission)
                .filter(worksIn(venueIds -> venueIds.contains(venueId)))
                .map(StaffDirectory::colleague)
                .toList();
    }

    /** Whether somebody who works here holds a permission, wherever that may be. */
    @Requires(Permission.SIGNED_IN)
    public boolean holds(String key, Permission permission) {
        return active(permission).anyMatch(one -> colleague(one).key().equals(key));
    }

    private Stream<Employee> active(Permission permission) {
        return employees.inOrder().stream()
                .filter(Employee::isActive)
                .filter(one -> one.getRoles().stream()
                        .anyMatch(role -> role.permissions().contains(permission)));
    }

    /** An employee without venues works in all of them. */
    private static Predicate<Employee> worksIn(Predicate<Set<Long>> venues) {
        return one -> one.getVenueIds().isEmpty() || venues.test(one.getVenueIds());
    }

    private static Colleague colleague(Employee one) {
        return new Colleague(Actor.Kind.EMPLOYEE + ":" + one.getId(), one.getLoginName(), one.getDisplayName());
    }
}
