package com.regulars.staff.signin;

import java.time.Duration;
import lombok.Getter;
import org.springframework.security.core.AuthenticationException;

/** Too many passwords were tried for this account or from this address; trying again makes sense after a while. */
@Getter
public class TooManyAttemptsException extends AuthenticationException {

    private final Duration wait;

    public TooManyAttemptsException(Duration wait) {
        super("Too many attempts");
        this.wait = wait;
    }

    /** Whole seconds to wait, at least one: what {@code Retry-After} says. */
    public long seconds() {
        return wait.toSeconds() + 1;
    }

    /** Whole minutes to wait, at least one. */
    public long minutes() {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
