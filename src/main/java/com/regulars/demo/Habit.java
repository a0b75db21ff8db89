package com.regulars.demo;

/**
 * How a sample guest comes and spends, so that every quadrant has its people (R5.1).
 *
 * @see #visitsAYear
 */
enum Habit {
    /** Seldom and well: quadrant A. */
    FEAST(2, 5, 600, 2_400),
    /** Often and well: quadrant B. */
    HOUSE_FRIEND(16, 38, 320, 900),
    /** Seldom and little: quadrant C. */
    PASSER_BY(1, 4, 45, 150),
    /** Often and little: quadrant D. */
    NOODLE_LUNCH(14, 34, 38, 120),
    /** Came last year and not since. */
    LAPSED(3, 9, 90, 500),
    /** On file, but has not come yet. */
    NEWCOMER(0, 0, 0, 0);

    private final int fewestVisits;
    private final int mostVisits;
    private final int leastSpend;
    private final int mostSpend;

    Habit(int fewestVisits, int mostVisits, int leastSpend, int mostSpend) {
        this.fewestVisits = fewestVisits;
        this.mostVisits = mostVisits;
        this.leastSpend = leastSpend;
        this.mostSpend = mostSpend;
    }

    int visitsAYear(Dice dice) {
        return dice.between(fewestVisits, mostVisits);
    }

    /** What a visit of such a guest costs on average, in whole units of the currency. */
    int spend(Dice dice) {
        return dice.between(leastSpend, mostSpend);
    }
}
