package com.regulars.feedback;

/** What kind of word it is, as form QR855-01 asks, with praise beside it (R3.1, R3.8). */
public enum TicketCategory {
    QUALITY_PROBLEM,
    SUGGESTION,
    INDUSTRY_REMARK,
    PRAISE,
    OTHER
}
