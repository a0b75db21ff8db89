package com.regulars.feedback;

/** How the guest's word reached the house, as form QR855-01 asks (R3.1). */
public enum TicketSource {
    VISIT_TO_CUSTOMER,
    CUSTOMER_CAME,
    LETTER_OR_CALL,
    OTHER
}
