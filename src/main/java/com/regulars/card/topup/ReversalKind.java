package com.regulars.card.topup;

/** How a top-up goes back. */
enum ReversalKind {
    REFUND,
    VOID
}
