package com.regulars.ledger;

import java.util.OptionalLong;

/**
 * What an account is for. Accounts of guests are held by a card and say what the house owes; house accounts exist once
 * each and have fixed ids. Amounts are signed from the guest's side: a top-up adds to principal and takes from cash.
 */
public enum AccountKind {
    PRINCIPAL(Unit.CURRENCY, 0),
    BONUS(Unit.CURRENCY, 0),
    POINTS(Unit.POINTS, 0),
    CASH(Unit.CURRENCY, 1),
    BANK_CARD(Unit.CURRENCY, 2),
    WECHAT(Unit.CURRENCY, 3),
    ALIPAY(Unit.CURRENCY, 4),
    ON_ACCOUNT(Unit.CURRENCY, 5),
    OTHER_TENDER(Unit.CURRENCY, 6),
    SALES(Unit.CURRENCY, 7),
    CARD_FEES(Unit.CURRENCY, 8),
    ROUNDING(Unit.CURRENCY, 9),
    BONUS_EXPENSE(Unit.CURRENCY, 10),
    POINTS_EXPENSE(Unit.CURRENCY, 11),
    OPENING_BALANCE(Unit.CURRENCY, 12),
    POINTS_EARNED(Unit.POINTS, 21),
    POINTS_REDEEMED(Unit.POINTS, 22),
    POINTS_EXPIRED(Unit.POINTS, 23),
    POINTS_OPENING(Unit.POINTS, 24);

    private final Unit unit;
    private final long houseId;

    AccountKind(Unit unit, long houseId) {
        this.unit = unit;
        this.houseId = houseId;
    }

    public Unit unit() {
        return unit;
    }

    /** The id of the house account of this kind; empty for accounts that guests hold. */
    OptionalLong houseId() {
        return houseId == 0 ? OptionalLong.empty() : OptionalLong.of(houseId);
    }

    /** The house account that a means of payment other than stored value goes to. */
    public static AccountKind of(TenderType tender) {
        return switch (tender) {
            case CASH -> CASH;
            case BANK_CARD -> BANK_CARD;
            case WECHAT -> WECHAT;
            case ALIPAY -> ALIPAY;
            case ON_ACCOUNT -> ON_ACCOUNT;
            case OTHER -> OTHER_TENDER;
            case STORED_VALUE -> throw new IllegalArgumentException("Stored value is on cards, not in the house");
        };
    }
}
