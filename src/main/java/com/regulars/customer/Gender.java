package com.regulars.customer;

/** As guests give it; unknown is null. */
public enum Gender {
    F,
    M
}
