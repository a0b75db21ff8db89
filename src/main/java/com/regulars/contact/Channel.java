package com.regulars.contact;

/** The way a contact took (R2.1). */
public enum Channel {
    CALL,
    SMS,
    EMAIL,
    LETTER,
    VISIT
}
