package com.regulars.settlement.till;

import com.regulars.ledger.TenderType;
import com.regulars.settlement.quote.PayBy;

/** The keys of the till that choose how a bill is paid. */
enum Payment {
    BALANCE(TenderType.STORED_VALUE, "F8"),
    CASH(TenderType.CASH, "Alt+1"),
    WECHAT(TenderType.WECHAT, "Alt+2"),
    ALIPAY(TenderType.ALIPAY, "Alt+3"),
    BANK_CARD(TenderType.BANK_CARD, "Alt+4");

    private final TenderType tender;
    private final String key;

    Payment(TenderType tender, String key) {
        this.tender = tender;
        this.key = key;
    }

    public TenderType tender() {
        return tender;
    }

    public String key() {
        return key;
    }

    public PayBy payBy() {
        return this == BALANCE ? PayBy.BALANCE : PayBy.OTHER;
    }
}
