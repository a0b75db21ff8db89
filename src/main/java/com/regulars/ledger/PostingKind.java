package com.regulars.ledger;

/** The business fact a posting stands for. */
public enum PostingKind {
    TOP_UP,
    CARD_FEE,
    BILL,
    BILL_REFUND,
    /** Everything on a card moves to the one that takes its place. */
    CARD_REPLACEMENT,
    POINTS_EXPIRY,
    /** Balances brought from an earlier system. */
    OPENING
}
