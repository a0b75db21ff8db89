package com.regulars.staff;

import static com.regulars.access.Permission.*;

import com.regulars.access.Permission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What an employee is there for, as a set of permissions (R7.1). An employee may have several. */
public enum Role {
    FRONT_DESK(
            SIGNED_IN,
            CUSTOMER_READ,
            CUSTOMER_EDIT,
            CUSTOMER_REVEAL,
            VISIT_READ,
            CARD_READ,
            CARD_ISSUE,
            CARD_REPORT_LOST,
            PROGRAMME_READ,
            MENU_READ,
            CONTACT_READ,
            CONTACT_LOG,
            FEEDBACK_READ,
            FEEDBACK_TAKE,
            JOB_READ),
    CASHIER(
            SIGNED_IN,
            CUSTOMER_READ,
            VISIT_READ,
            CARD_READ,
            CARD_ISSUE,
            CARD_TOP_UP,
            CARD_FREEZE,
            CARD_REPORT_LOST,
            PROGRAMME_READ,
            MENU_READ,
            BILL_SETTLE,
            BILL_READ,
            FEEDBACK_READ,
            FEEDBACK_TAKE),
    CUSTOMER_SERVICE(
            SIGNED_IN,
            CUSTOMER_READ,
            CUSTOMER_EDIT,
            CUSTOMER_REVEAL,
            CUSTOMER_IMPORT,
            VISIT_READ,
            CARD_READ,
            CARD_FREEZE,
            CARD_REPORT_LOST,
            COUPON_ISSUE,
            PROGRAMME_READ,
            BILL_READ,
            CONTACT_READ,
            CONTACT_LOG,
            FEEDBACK_READ,
            FEEDBACK_TAKE,
            FEEDBACK_SOLVE,
            SEGMENT_READ,
            JOB_READ),
    MANAGER(
            SIGNED_IN,
            CUSTOMER_READ,
            CUSTOMER_EDIT,
            CUSTOMER_REVEAL,
            CUSTOMER_IMPORT,
            VISIT_READ,
            CARD_READ,
            CARD_ISSUE,
            CARD_TOP_UP,
            TOP_UP_REFUND,
            CARD_FREEZE,
            CARD_REPORT_LOST,
            CARD_REPLACE,
            CARD_PIN_RESET,
            COUPON_ISSUE,
            PROGRAMME_READ,
            MENU_READ,
            MENU_EDIT,
            BILL_SETTLE,
            BILL_READ,
            BILL_REFUND,
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
            JOB_READ,
            JOB_CANCEL),
    ADMINISTRATOR(
            SIGNED_IN,
            CUSTOMER_READ,
            CUSTOMER_IMPORT,
            CARD_READ,
            PROGRAMME_READ,
            PROGRAMME_EDIT,
            MENU_READ,
            MENU_EDIT,
            SEGMENT_READ,
            SEGMENT_RUN,
            SEGMENT_SETTINGS,
            INSIGHT_READ,
            LEDGER_VERIFY,
            STAFF_EDIT,
            VENUE_EDIT,
            API_CLIENT_EDIT,
            AUDIT_READ,
            JOB_READ,
            JOB_CANCEL,
            BACKUP);

    private final Set<Permission> permissions;

    Role(Permission first, Permission... others) {
        this.permissions = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
