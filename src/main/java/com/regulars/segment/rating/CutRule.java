package com.regulars.segment.rating;

/** Where the line between seldom and often, and between low and high spend, is drawn (R5.2). */
public sealed interface CutRule {

    /**
     * The lines stand at amounts somebody chose.
     *
     * @param visits from so many visits on a guest comes often
     * @param spendMinor from this average on a guest spends much
     */
    record Fixed(long visits, long spendMinor) implements CutRule {}

    /**
     * The lines stand at percentiles of the guests with a visit in the window, at values that occur.
     *
     * @param visits percentile of the number of visits, 1 to 99
     * @param spend percentile of the average spend, 1 to 99
     */
    record Percentile(int visits, int spend) implements CutRule {}
}
