package com.regulars.segment.report;

/** A guest's weight by what was spent within a year up to the run's date (R5.4). */
public enum ValueClass {
    /** 大客户 */
    KEY_ACCOUNT,
    /** 普通客户 */
    REGULAR_ACCOUNT,
    /** 散客 */
    WALK_IN;

    public static ValueClass of(long yearSpendMinor, long keyAccountMinor, long regularAccountMinor) {
        if (yearSpendMinor >= keyAccountMinor) {
            return KEY_ACCOUNT;
        }
        return yearSpendMinor >= regularAccountMinor ? REGULAR_ACCOUNT : WALK_IN;
    }
}
