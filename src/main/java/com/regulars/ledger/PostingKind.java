package com.regulars.ledger;

/** The business fact a posting stands for. */
public enum PostingKind {
    TOP_UP,
    /** Takes a top-up back whole. */
    TOP_UP_VOID,
    /** Pays out what a rule says of what is left of a top-up. */
    TOP_UP_REFUND,
    CARD_FEE,
    BILL,
    BILL_REFUND,
    /** Everything on a card moves to the one that takes its place. */
    CARD_REPLACEMENT,
    POINTS_EXPIRY,
    /** Balances brought from an earlier system. */
    OPENING
}
