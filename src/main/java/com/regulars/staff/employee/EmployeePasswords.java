package com.regulars.staff.employee;

import lombok.RequiredArgsConstructor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks, hashes and resets passwords. */
@Component
@RequiredArgsConstructor
public class EmployeePasswords {

    private final PasswordEncoder encoder;
    private final PasswordPolicy policy;
    private final OneTimeLinks links;

    public String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    public String checkedHash(String field, String password, String loginName) {
        policy.check(field, password, loginName);
        return hash(password);
    }

    public boolean matches(String password, Employee employee) {
        return employee.getPasswordHash() != null && encoder.matches(password, employee.getPasswordHash());
    }

    /** Makes the present password useless and gives a link by which a new one is set. */
    public String reset(Employee employee) {
        employee.replacePassword(hash(Tokens.fresh()));
        return links.issue(OneTimeLinks.Purpose.PASSWORD, employee.getId());
    }
}
