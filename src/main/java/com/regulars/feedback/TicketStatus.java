package com.regulars.feedback;

/** Where a ticket stands. The words are part of the wire contract. */
public enum TicketStatus {
    NEW,
    IN_PROGRESS,
    WAITING_FOR_GUEST,
    SOLVED,
    CLOSED;

    /** How its tag looks: colour only while somebody has to do something. */
    public String tone() {
        return switch (this) {
            case NEW -> "tag-danger";
            case IN_PROGRESS -> "tag-accent";
            case WAITING_FOR_GUEST -> "tag-warn";
            case SOLVED, CLOSED -> "";
        };
    }

    /** True until somebody has solved it. */
    public boolean isOpen() {
        return this != SOLVED && this != CLOSED;
    }
}
