package com.regulars.card.topup;

/** Whose wish or fault it is that a top-up is paid out again; it decides the rule (法释〔2025〕4号, Art. 18 and 19). */
public enum RefundCause {
    /** The house's: the bonus shares in what was consumed, and discounts stay. */
    BUSINESS,
    /** The guest's: what was consumed counts at list prices. */
    CUSTOMER
}
