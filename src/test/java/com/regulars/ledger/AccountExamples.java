package com.regulars.ledger;

import com.regulars.ledger.LockedAccounts.Account;
import java.util.List;

/** Locked accounts without a database, for tests of other modules. */
public final class AccountExamples {

    private AccountExamples() {}

    /** The accounts of a holder whose books do not add up. */
    public static LockedAccounts parked(long holderId) {
        return new LockedAccounts(List.of(
                new Account(1, holderId, AccountKind.PRINCIPAL, 6_000, true),
                new Account(2, holderId, AccountKind.BONUS, 2_000, true)));
    }
}
