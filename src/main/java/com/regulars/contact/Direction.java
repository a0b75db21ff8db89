package com.regulars.contact;

/** Who reached out to whom (R2.1): {@code IN} is the guest to the house, {@code OUT} the house to the guest. */
public enum Direction {
    IN,
    OUT
}
