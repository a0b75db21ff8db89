package com.regulars.shared;

import java.util.Arrays;

/**
 * Splits an amount over weights so that the parts always add up: each part is its proportional share rounded half up,
 * the last part with a weight takes what is left. Shares of 100 over 200 and 150 are 57 and 43.
 */
public final class Shares {

    private Shares() {}

    /**
     * @param amount what is split, not negative
     * @param weights what it is split by, none negative; a weight of zero gets nothing
     * @return one share per weight, adding up to {@code amount}, none above its weight when {@code amount} is not above
     *     the sum of the weights
     * @throws IllegalArgumentException when there is an amount but no weight to carry it
     */
    public static long[] split(long amount, long[] weights) {
        if (amount < 0 || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("Only amounts of zero and more can be shared");
        }
        long[] shares = new long[weights.length];
        long weightSum = Arrays.stream(weights).reduce(0, Math::addExact);
        if (amount > 0 && weightSum == 0) {
            throw new IllegalArgumentException("Nothing to carry a share of " + amount);
        }
        long amountLeft = amount;
        long weightLeft = weightSum;
        for (int i = 0; i < weights.length; i++) {
            weightLeft -= weights[i];
            shares[i] = share(amount, weights[i], weightSum, amountLeft, weightLeft);
            amountLeft -= shares[i];
        }
        return shares;
    }

    /** The proportional share, kept between what the parts behind cannot carry and what is left and carried here. */
    private static long share(long amount, long weight, long weightSum, long amountLeft, long weightBehind) {
        if (weight == 0 || weightBehind == 0) {
            return weight == 0 ? 0 : amountLeft;
        }
        long share = Math.min(proportion(amount, weight, weightSum), amountLeft);
        return amount > weightSum ? share : Math.max(Math.min(share, weight), amountLeft - weightBehind);
    }

    /** {@code amount × part ÷ whole}, halves rounded up; exact beyond 64 bits in between. */
    public static long proportion(long amount, long part, long whole) {
        if (whole == 0) {
            return 0;
        }
        var twice = java.math.BigInteger.valueOf(amount)
                .multiply(java.math.BigInteger.valueOf(part))
                .shiftLeft(1);
        var wholeBig = java.math.BigInteger.valueOf(whole);
        return twice.add(wholeBig).divide(wholeBig.shiftLeft(1)).longValueExact();
    }

    /** The mean of two amounts by their weights, halves rounded up; exact beyond 64 bits in between. */
    public static long blend(long first, long firstWeight, long second, long secondWeight) {
        var whole = java.math.BigInteger.valueOf(Math.addExact(firstWeight, secondWeight));
        return java.math.BigInteger.valueOf(first)
                .multiply(java.math.BigInteger.valueOf(firstWeight))
                .add(java.math.BigInteger.valueOf(second).multiply(java.math.BigInteger.valueOf(secondWeight)))
                .shiftLeft(1)
                .add(whole)
                .divide(whole.shiftLeft(1))
                .longValueExact();
    }

    /** {@code amount × part ÷ whole}, rounded down. */
    public static long proportionRoundedDown(long amount, long part, long whole) {
        if (whole == 0) {
            return 0;
        }
        return java.math.BigInteger.valueOf(amount)
                .multiply(java.math.BigInteger.valueOf(part))
                .divide(java.math.BigInteger.valueOf(whole))
                .longValueExact();
    }
}
