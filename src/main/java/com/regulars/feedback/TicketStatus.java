package com.regulars.feedback;

/** Where a ticket stands. The words are part of the wire contract. */
public enum TicketStatus {
    NEW,
    IN_PROGRESS,
    WAITING_FOR_GUEST,
    SOLVED,
    CLOSED;

    /** True until somebody has solved it. */
    public boolean isOpen() {
        return this != SOLVED && this != CLOSED;
    }
}
