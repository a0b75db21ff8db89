package com.regulars.segment.rating;

import java.util.stream.LongStream;

/**
 * One cell of the night's plot: guests with {@code visitsFrom} visits and more, and an average of
 * {@code averageFromMinor} and more, up to the next cell. The plot has {@link #COLUMNS} columns and {@link #ROWS} rows,
 * counted from 0; the last of each is open-ended. Six equal rows lie below the spend cut; above it they grow with the
 * average up to ten times the cut, so that those who spend most are still told apart.
 */
public record DensityCell(
        int column, int row, long visitsFrom, long averageFromMinor, long customers, long spendMinor) {

    public static final int COLUMNS = 20;
    public static final int ROWS = 18;

    /** Up to this frequency cut a column is one visit wide; above it the cut stands at {@link #COLUMNS_BELOW_CUT}. */
    public static final int UNIT_COLUMNS = 14;

    public static final int COLUMNS_BELOW_CUT = 7;

    /** Where rows begin, in twelfths of the spend cut. */
    private static final long[] TWELFTHS = {0, 2, 4, 6, 8, 10, 12, 15, 18, 21, 24, 30, 36, 48, 60, 72, 96, 120};

    private static final long PARTS = 12;

    /** The averages at which the rows begin; the first is 0. A cut so small that rows would meet counts as twelve. */
    public static Long[] rowEdges(long spendCutMinor) {
        long cut = Math.max(spendCutMinor, PARTS);
        return LongStream.of(TWELFTHS)
                .mapToObj(part -> Math.ceilDiv(part * cut, PARTS))
                .toArray(Long[]::new);
    }

    /** How far apart two cuts may lie so that no guest is passed by the edges of two rows. */
    static boolean areNear(long spendCutMinor, long otherMinor) {
        return Math.abs(Math.max(spendCutMinor, PARTS) - Math.max(otherMinor, PARTS)) * ROWS
                < Math.max(otherMinor, PARTS);
    }
}
