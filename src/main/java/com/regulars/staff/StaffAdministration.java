package com.regulars.staff;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of an employee's account: hired, given roles and venues, locked on leaving (R7.1). */
@Service
@RequiredArgsConstructor
@Transactional
public class StaffAdministration {

    /** @return the employee's id */
    @Requires(Permission.STAFF_EDIT)
    public long hire(HireEmployee command) {
        throw new UnsupportedOperationException(command.loginName());
    }

    @Transactional(readOnly = true)
    @Requires(Permission.STAFF_EDIT)
    public List<EmployeeSummary> all() {
        return List.of();
    }
}
