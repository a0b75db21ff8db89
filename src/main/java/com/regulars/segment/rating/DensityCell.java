package com.regulars.segment.rating;

/**
 * One cell of the night's plot: guests with {@code visitsFrom} visits and more, and an average of
 * {@code averageFromMinor} and more, up to the next cell. The plot has {@link #COLUMNS} columns and {@link #ROWS} rows,
 * counted from 0; the last of each is open-ended.
 */
public record DensityCell(
        int column, int row, long visitsFrom, long averageFromMinor, long customers, long spendMinor) {

    public static final int COLUMNS = 20;
    public static final int ROWS = 18;

    /** Rows below the run's spend cut. */
    public static final int ROWS_BELOW_CUT = 6;

    /** Up to this frequency cut a column is one visit wide; above it the cut stands at {@link #COLUMNS_BELOW_CUT}. */
    public static final int UNIT_COLUMNS = 14;

    public static final int COLUMNS_BELOW_CUT = 7;
}
