package com.regulars.staff.signin;

import com.regulars.shared.web.ClientAddress;
import com.regulars.staff.employee.Tokens;
import java.util.Locale;

/**
 * Somebody says who they are, at one of the doors where a password is asked. Each door counts for itself: wrong guesses
 * at a till do not close the sign-in page, and the other way round.
 *
 * @param loginName as typed, in lower case
 * @param address where the attempt comes from
 */
public record SignInAttempt(Door door, String loginName, String address) {

    /** Where a password is asked. */
    public enum Door {
        SIGN_IN,
        CASHIER_CHANGE,
        OWN_PASSWORD,
        APPROVAL
    }

    public SignInAttempt {
        loginName = loginName.strip().toLowerCase(Locale.ROOT);
    }

    String pairKey() {
        return door + ":both:" + place();
    }

    String accountKey() {
        return door + ":account:" + Tokens.digest(loginName);
    }

    String addressKey() {
        return door + ":address:" + Tokens.digest(ClientAddress.place(address));
    }

    /** The account at this address, whatever the door. */
    String place() {
        return Tokens.digest(loginName + "@" + ClientAddress.place(address));
    }
}
