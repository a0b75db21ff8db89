package com.regulars.ledger;

/** A means of payment. */
public enum TenderType {
    /** From a card's balance; never a means of buying stored value. */
    STORED_VALUE,
    CASH,
    BANK_CARD,
    WECHAT,
    ALIPAY,
    ON_ACCOUNT,
    OTHER
}
