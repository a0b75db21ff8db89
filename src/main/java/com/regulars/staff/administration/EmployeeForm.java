package com.regulars.staff.administration;

import com.regulars.staff.EmployeeSummary;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An employee as typed. The login name counts only for a new one. */
record EmployeeForm(
        @Nullable @Size(max = 60) String loginName,
        @NotBlank @Size(max = 200) String displayName,
        @Nullable @Size(max = 200) String password,
        @NotEmpty Set<Role> roles,
        @Nullable Set<Long> venueIds,
        int version) {

    static EmployeeForm empty() {
        return new EmployeeForm("", "", "", Set.of(), Set.of(), 0);
    }

    static EmployeeForm of(EmployeeSummary employee) {
        return new EmployeeForm(
                employee.loginName(),
                employee.displayName(),
                "",
                employee.roles(),
                employee.venueIds(),
                employee.version());
    }

    HireEmployee toHire() {
        return new HireEmployee(loginName == null ? "" : loginName, displayName, password, true, roles, venues(), null);
    }

    ChangeEmployee toChange(long id) {
        return new ChangeEmployee(id, version, displayName, roles, venues());
    }

    private Set<Long> venues() {
        return venueIds == null ? Set.of() : venueIds;
    }
}
