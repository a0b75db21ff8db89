package com.regulars.card.programme;

import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.shared.RefusedException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Keeps a programme from making numbers that the books could not add up: what is too much is said here, not at the till. */
final class TermsLimits {

    private static final BigInteger LARGEST_BILL = BigInteger.TEN.pow(12);
    private static final BigInteger LARGEST_SUM = BigInteger.TEN.pow(15);

    private TermsLimits() {}

    /** @throws RefusedException {@code TOO_MANY_POINTS} when the largest bill would earn more than 10^15 points */
    static void require(ProgrammeTerms terms) {
        @Nullable Points points = terms.points();
        if (points == null) {
            return;
        }
        BigInteger earned = LARGEST_BILL
                .divide(BigInteger.valueOf(points.terms().earnPerMinor()))
                .multiply(BigInteger.valueOf(points.terms().earnPoints()));
        if (earned.compareTo(LARGEST_SUM) > 0) {
            throw new RefusedException("TOO_MANY_POINTS");
        }
    }
}
