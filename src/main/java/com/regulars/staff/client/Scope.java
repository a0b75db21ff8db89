package com.regulars.staff.client;

import static com.regulars.access.Permission.*;

import com.regulars.access.Permission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an API client may do; the lower-case name is the word an administrator ticks. */
public enum Scope {
    CUSTOMERS(CUSTOMER_READ, CUSTOMER_EDIT, VISIT_READ, VISIT_RECORD),
    /** A client follows its own imports; those of others are not there for it. */
    IMPORTS(CUSTOMER_IMPORT),
    CARDS(
            PROGRAMME_READ,
            CARD_READ,
            CARD_ISSUE,
            CARD_TOP_UP,
            CARD_FREEZE,
            CARD_REPORT_LOST,
            CARD_REPLACE,
            CARD_PIN_RESET,
            COUPON_ISSUE),
    /** Programmes posted with it are active at once: the administrator who issued the token is the approver. */
    PROGRAMMES(PROGRAMME_READ, PROGRAMME_EDIT),
    /** A client keeps the shifts of all its tills. */
    SETTLEMENTS(BILL_SETTLE, BILL_READ, MENU_READ, SHIFT_REVIEW),
    /** Refunds asked with it need no second person: the administrator who issued the token is the approver. */
    REFUNDS(BILL_READ, BILL_REFUND, TOP_UP_REFUND),
    SEGMENTS(SEGMENT_READ, SEGMENT_RUN, SEGMENT_SETTINGS),
    FEEDBACK(FEEDBACK_READ, FEEDBACK_TAKE),
    LEDGER(LEDGER_VERIFY);

    private final Set<Permission> permissions;

    Scope(Permission first, Permission... others) {
        var set = EnumSet.of(first, others);
        set.add(SIGNED_IN);
        this.permissions = Collections.unmodifiableSet(set);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
