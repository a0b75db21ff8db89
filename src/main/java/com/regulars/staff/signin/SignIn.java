package com.regulars.staff.signin;

import com.regulars.staff.SignedInEmployee;
import com.regulars.staff.employee.Employee;
import com.regulars.staff.employee.EmployeeRepository;
import com.regulars.staff.employee.SessionEmployees;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks login name and password of an employee. Unknown names, wrong passwords and locked accounts take the same time
 * and get the same answer.
 */
@Slf4j
@Service
@RequiredArgsConstructor
public class SignIn {

    private final EmployeeRepository employees;
    private final SessionEmployees sessions;
    private final SignInThrottle throttle;
    private final PasswordEncoder passwords;
    private final DecoyPassword decoy;
    private final Clock clock;

    /**
     * @param address where the attempt comes from
     * @throws TooManyAttemptsException when account or address have to wait
     * @throws BadCredentialsException when name and password do not belong together
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public SignedInEmployee check(String loginName, String password, String address) {
        String name = loginName.strip().toLowerCase(Locale.ROOT);
        var wait = throttle.attempt(name, address);
        if (wait.isPresent()) {
            log.warn("Too many sign-in attempts from {}", address);
            throw new TooManyAttemptsException(wait.get());
        }
        Optional<Employee> employee = employees.findByLoginName(name);
        String hash = employee.map(Employee::getPasswordHash).orElseGet(decoy::hash);
        boolean right = passwords.matches(password, hash);
        if (!right || employee.isEmpty() || !employee.get().isActive()) {
            throw new BadCredentialsException("Name and password do not belong together");
        }
        throttle.succeeded(name, address);
        employees.noteSignIn(employee.get().getId(), clock.instant());
        return SessionEmployees.signedIn(employee.get());
    }

    /** The employee of a session as of now, or nothing when the account is locked or gone. */
    public Optional<SignedInEmployee> again(SignedInEmployee stored) {
        return sessions.find(stored.id());
    }
}
