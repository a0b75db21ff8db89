package com.regulars.segment.report;

/** How many guests are in one state, and their visits and spend in the window. */
public record SegmentTotals(long customers, long visits, long spendMinor) {

    static final SegmentTotals NONE = new SegmentTotals(0, 0, 0);

    public long averagePerCustomerMinor() {
        return customers == 0 ? 0 : (2 * spendMinor + customers) / (2 * customers);
    }
}
