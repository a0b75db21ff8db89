package com.regulars.customer;

/** What a customer is (R1.2). */
public enum CustomerKind {
    PERSON,
    ORGANISATION,
    HOUSEHOLD
}
