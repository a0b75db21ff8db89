package com.regulars.feedback;

/** How much weight a ticket has for the guest and the house. */
public enum Severity {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
