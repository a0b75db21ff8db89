package com.regulars.shift;

import com.regulars.shared.RefusedException;
import java.util.List;

/**
 * What was counted in a drawer.
 *
 * @param pieces how many of which note or coin; empty when only the sum was told
 */
public record CashCount(long totalMinor, List<Pieces> pieces) {

    /** So many notes or coins of one value. */
    public record Pieces(long valueMinor, long count) {

        public long minor() {
            return Math.multiplyExact(valueMinor, count);
        }
    }

    /** @throws RefusedException {@code COUNT_DOES_NOT_ADD_UP} when the pieces come to another sum, or one value stands twice */
    public CashCount {
        pieces = pieces.stream().filter(each -> each.count() > 0).toList();
        long values = pieces.stream().map(Pieces::valueMinor).distinct().count();
        if (!pieces.isEmpty() && (values != pieces.size() || sum(pieces) != totalMinor)) {
            throw new RefusedException("COUNT_DOES_NOT_ADD_UP");
        }
    }

    public static CashCount of(List<Pieces> pieces) {
        return new CashCount(sum(pieces), pieces);
    }

    /** How many notes and coins. */
    public long count() {
        return pieces.stream().mapToLong(Pieces::count).sum();
    }

    private static long sum(List<Pieces> pieces) {
        return pieces.stream().mapToLong(Pieces::minor).reduce(0, Math::addExact);
    }
}
