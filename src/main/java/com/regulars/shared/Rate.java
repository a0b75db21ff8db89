package com.regulars.shared;

import java.math.BigDecimal;

/**
 * A share of an amount in basis points: 2,000 is 20 %. Between 0 and 10,000.
 *
 * @param basisPoints hundredths of a percent
 */
public record Rate(int basisPoints) {

    public static final Rate ZERO = new Rate(0);

    public Rate {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException("A rate lies between 0 and 10,000 basis points, not " + basisPoints);
        }
    }

    public static Rate ofPercent(int percent) {
        return new Rate(Math.multiplyExact(percent, 100));
    }

    /**
     * @param percent with at most two decimals
     * @throws ArithmeticException when it has more
     */
    public static Rate ofPercent(BigDecimal percent) {
        return new Rate(percent.movePointRight(2).intValueExact());
    }

    /** {@code 20} or {@code 12.5}. */
    public BigDecimal percent() {
        BigDecimal percent = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** This share of an amount in minor units, halves rounded up. */
    public long ofRoundedHalfUp(long amountMinor) {
        return Math.floorDiv(Math.multiplyExact(amountMinor, (long) basisPoints) * 2 + 10_000, 20_000);
    }

    public boolean isZero() {
        return basisPoints == 0;
    }
}
