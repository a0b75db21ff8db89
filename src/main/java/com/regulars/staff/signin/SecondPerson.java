package com.regulars.staff.signin;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.staff.SignedInEmployee;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Service;

/**
 * Four eyes: what the one at the screen may not do alone, a second person allows by signing in beside him at that moment.
 * The session at the screen stays the first one's.
 */
@Service
@RequiredArgsConstructor
public class SecondPerson {

    /** The field of a form that names the second person. */
    public static final String NAME = "approver";

    /** The field of a form with the second person's password. */
    public static final String PASSWORD = "approverPassword";

    private final SignIn signIn;
    private final CurrentActor currentActor;

    /**
     * Who allows it.
     *
     * @param address where the attempt comes from; wrong passwords count as they do at the sign-in page
     * @throws InvalidFieldException on the field {@link #PASSWORD} when name and password do not belong together, on
     *     {@link #NAME} when it is no second person
     * @throws RefusedException {@code APPROVER_MAY_NOT} when the second person may not do it either,
     *     {@code APPROVER_MUST_WAIT} after too many attempts
     */
    public Actor allowing(Permission permission, String loginName, String password, String address) {
        SignedInEmployee second = check(loginName, password, address);
        if (second.actor().key().equals(currentActor.get().key())) {
            throw new InvalidFieldException(NAME, "approverIsYou");
        }
        if (second.mustChangePassword() || !second.actor().may(permission)) {
            throw new RefusedException("APPROVER_MAY_NOT", second.actor().name());
        }
        return second.actor();
    }

    private SignedInEmployee check(String loginName, String password, String address) {
        try {
            return signIn.check(new SignInAttempt(SignInAttempt.Door.APPROVAL, loginName, address), password);
        } catch (TooManyAttemptsException tooMany) {
            throw new RefusedException(RefusedException.Reason.TOO_MANY, "APPROVER_MUST_WAIT", tooMany.minutes());
        } catch (BadCredentialsException wrong) {
            throw new InvalidFieldException(PASSWORD, "approverUnknown");
        }
    }
}
