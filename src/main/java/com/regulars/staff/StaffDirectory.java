package com.regulars.staff;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import java.util.List;
import java.util.Set;
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

    /** Somebody who can take over a till: the name to sign in with and the name to call them by. */
    public record Colleague(String loginName, String displayName) {}

    /** Employees who may settle bills in one of the actor's venues. */
    @Requires(Permission.BILL_SETTLE)
    public List<Colleague> tillStaff() {
        Set<Long> here = currentActor.get().venueIds();
        return employees.inOrder().stream()
                .filter(Employee::isActive)
                .filter(one -> one.getRoles().stream()
                        .anyMatch(role -> role.permissions().contains(Permission.BILL_SETTLE)))
                .filter(one -> here.isEmpty()
                        || one.getVenueIds().isEmpty()
                        || one.getVenueIds().stream().anyMatch(here::contains))
                .map(one -> new Colleague(one.getLoginName(), one.getDisplayName()))
                .toList();
    }
}
