package com.regulars.feedback;

/** What may happen on a ticket, in the order it is usually told. */
public enum TicketEventKind {
    TAKEN,
    CLAIMED,
    BEGUN,
    WAITING,
    RESUMED,
    NOTED,
    OFFERED,
    OFFER_WITHDRAWN,
    OFFER_ACCEPTED,
    OFFER_DECLINED,
    HANDED_OVER,
    SOLVED,
    REOPENED,
    CLOSED
}
