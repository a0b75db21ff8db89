package com.regulars.settlement.quote;

/** How the guest means to pay, which decides the programme discount (R4.2). */
public enum PayBy {
    /** Stored value pays the whole bill. */
    BALANCE,
    /** Any other means of payment; beside stored value each has its part of the discount. */
    OTHER
}
