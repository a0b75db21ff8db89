package com.regulars.staff;

import org.jspecify.annotations.Nullable;

/**
 * Work that belongs to one employee and would stay with nobody when their account is locked, contributed by the module
 * that keeps it; handed over in the transaction that locks the account.
 */
public interface LeaverDuty {

    /** The module's word; the text is the message {@code staff.duty.<kind>}. */
    String kind();

    /** How much of it an employee has, who is named by the actor's key. */
    long count(String employeeKey);

    /**
     * Gives it to a colleague, or to nobody where there is none or the colleague may not take it: then it is marked as
     * waiting for somebody, and whoever may take it sees it.
     */
    void handOver(String employeeKey, StaffDirectory.@Nullable Colleague successor);
}
