package com.regulars.staff.signin;

import com.regulars.staff.SignedInEmployee;
import com.regulars.staff.employee.Employee;
import com.regulars.staff.employee.EmployeeRepository;
import com.regulars.staff.employee.SessionEmployees;
import java.time.Clock;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks login name and password of an employee. Unknown names, wrong passwords and locked accounts take the same time
 * and get the same answer.
 */
@Service
@RequiredArgsConstructor
public class SignIn {

    private final EmployeeRepository employees;
    private final SessionEmployees sessions;
    private final SignInThrottle throttle;
    private final SignInRecord record;
    private final PasswordEncoder passwords;
    private final DecoyPassword decoy;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /**
     * @throws TooManyAttemptsException when the attempt has to wait
     * @throws BadCredentialsException when name and password do not belong together
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public SignedInEmployee check(SignInAttempt attempt, String password) {
        var refusal = throttle.attempt(attempt);
        if (refusal.isPresent()) {
            record.paused(attempt, refusal.get());
            throw new TooManyAttemptsException(refusal.get().remaining());
        }
        Optional<Employee> employee = employees.findByLoginName(attempt.loginName());
        String hash = employee.map(Employee::getPasswordHash).orElseGet(decoy::hash);
        boolean right = passwords.matches(password, hash);
        if (!right || employee.isEmpty() || !employee.get().isActive()) {
            record.refused(attempt);
            throw new BadCredentialsException("Name and password do not belong together");
        }
        return letIn(attempt, employee.get());
    }

    /** The employee of a session as of now, or nothing when the account is locked or gone. */
    public Optional<SignedInEmployee> again(SignedInEmployee stored) {
        return sessions.find(stored.id());
    }

    private SignedInEmployee letIn(SignInAttempt attempt, Employee employee) {
        var signedIn = SessionEmployees.signedIn(employee);
        transaction.executeWithoutResult(status -> {
            throttle.succeeded(attempt);
            employees.noteSignIn(employee.getId(), clock.instant());
            record.letIn(attempt, signedIn);
        });
        return signedIn;
    }
}
