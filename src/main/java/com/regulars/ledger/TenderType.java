package com.regulars.ledger;

import com.regulars.shared.RefusedException;

/** A means of payment. */
public enum TenderType {
    /** From a card's balance; never a means of buying stored value. */
    STORED_VALUE,
    CASH,
    BANK_CARD,
    WECHAT,
    ALIPAY,
    ON_ACCOUNT,
    OTHER;

    /**
     * Lets only those pass that may pay for a top-up or a fee: money that is there. Whoever adds a means of payment is
     * asked here.
     *
     * @throws RefusedException {@code STORED_VALUE_CANNOT_BUY_STORED_VALUE} or {@code ON_ACCOUNT_NOT_POSSIBLE}
     */
    public void requireToPayDown() {
        switch (this) {
            case CASH, BANK_CARD, WECHAT, ALIPAY, OTHER -> {}
            case STORED_VALUE -> throw new RefusedException("STORED_VALUE_CANNOT_BUY_STORED_VALUE");
            case ON_ACCOUNT -> throw new RefusedException("ON_ACCOUNT_NOT_POSSIBLE");
        }
    }
}
