package com.regulars.access;

/** One thing somebody may do. Roles and API scopes are sets of these; the name is the Spring Security authority. */
public enum Permission {
    /** Seeing the home page, changing the own password, language and looks: everyone who is signed in. */
    SIGNED_IN,
    CUSTOMER_READ,
    CUSTOMER_EDIT,
    /** Seeing a full phone number or e-mail address; each look is logged (R1.9). */
    CUSTOMER_REVEAL,
    CUSTOMER_IMPORT,
    VISIT_READ,
    VISIT_RECORD,
    CARD_READ,
    CARD_ISSUE,
    CARD_TOP_UP,
    /** Paying top-ups out again without asking a second person; who may not asks one who may. */
    TOP_UP_REFUND,
    CARD_FREEZE,
    /** Saying that a card is lost, which stops it at once: everybody whom a guest may tell so. */
    CARD_REPORT_LOST,
    /** Moving everything to another card without asking a second person; who may not asks one who may. */
    CARD_REPLACE,
    /** Giving a card another PIN without asking a second person; who may not asks one who may. */
    CARD_PIN_RESET,
    /** Giving a guest a coupon, and passing one on from guest to guest. */
    COUPON_ISSUE,
    PROGRAMME_READ,
    PROGRAMME_EDIT,
    MENU_READ,
    MENU_EDIT,
    BILL_SETTLE,
    BILL_READ,
    BILL_REFUND,
    /** Seeing and ending the shifts of others, and what should be in a drawer before it is counted. */
    SHIFT_REVIEW,
    SEGMENT_READ,
    SEGMENT_RUN,
    SEGMENT_SETTINGS,
    CONTACT_READ,
    CONTACT_LOG,
    FEEDBACK_READ,
    FEEDBACK_TAKE,
    FEEDBACK_SOLVE,
    INSIGHT_READ,
    LEDGER_VERIFY,
    STAFF_EDIT,
    VENUE_EDIT,
    API_CLIENT_EDIT,
    AUDIT_READ,
    JOB_READ,
    /** Stopping a job of somebody else; everybody may stop their own. */
    JOB_CANCEL,
    BACKUP
}
