package com.regulars.settlement.refund;

import com.regulars.settlement.refund.RefundBasis.Line;
import com.regulars.settlement.refund.RefundBasis.Tender;
import com.regulars.settlement.refund.RefundBill.RefundedLine;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.Shares;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How much of a bill goes back: a pure function. Whatever the order of partial refunds, together they give back exactly
 * what was paid. Points earned are taken again pro rata, rounded down; points spent return in the same way; the refund
 * that empties the bill takes and returns the rest, and the bonus for coming often.
 *
 * @param roundingMinor signed; the part of the bill's rounding that goes back with it
 * @param pointsWorthMinor money value of the points that return, to keep later refunds exact
 * @param tenderMinor what goes back by each tender of the bill
 */
record RefundReckoning(
        long refundMinor,
        long roundingMinor,
        long pointsWorthMinor,
        long pointsReturned,
        long pointsClawedBack,
        boolean whole,
        List<Long> tenderMinor,
        List<RefundedLine> lines) {

    /** What goes back by a tender of the bill. */
    long backTo(Tender tender) {
        return tenderMinor.get(tender.tender());
    }

    boolean movesPoints() {
        return pointsReturned > 0 || pointsClawedBack > 0;
    }

    /** @throws RefusedException {@code REFUND_TOO_LARGE} when more is asked than is left */
    static RefundReckoning of(RefundBasis basis, RefundBill command) {
        if (basis.refundedWhole()) {
            throw tooLarge();
        }
        Long amount = command.amountMinor();
        if (!command.lines().isEmpty()) {
            return ofLines(basis, command.lines());
        }
        return amount == null ? whole(basis) : ofAmount(basis, amount);
    }

    private static RefundReckoning whole(RefundBasis basis) {
        var rest = basis.lines().stream()
                .filter(line -> line.refundedQuantity() < line.quantity())
                .map(line -> new RefundedLine(line.line(), line.quantity() - line.refundedQuantity()))
                .toList();
        return reckon(basis, basis.leftMinor(), pointsWorthLeft(basis), rest, true);
    }

    private static RefundReckoning ofAmount(RefundBasis basis, long amountMinor) {
        long worth = Shares.proportionRoundedDown(basis.pointsMinor(), amountMinor, basis.payableMinor());
        return reckon(basis, amountMinor, worth, List.of(), false);
    }

    private static RefundReckoning ofLines(RefundBasis basis, List<RefundedLine> pieces) {
        long amount = 0;
        long worth = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Line line = requireLine(basis, pieces, i);
            long quantity = pieces.get(i).quantity();
            amount += part(line, quantity, Line::payableMinor);
            worth += part(line, quantity, Line::pointsMinor);
        }
        return reckon(basis, amount, worth, pieces, false);
    }

    private static Line requireLine(RefundBasis basis, List<RefundedLine> pieces, int index) {
        RefundedLine piece = pieces.get(index);
        boolean named = pieces.subList(0, index).stream().anyMatch(other -> other.line() == piece.line());
        if (named || piece.line() < 0 || piece.line() >= basis.lines().size()) {
            throw new InvalidFieldException("lines[" + index + "].line", "refundLine");
        }
        Line line = basis.lines().get(piece.line());
        if (piece.quantity() > line.quantity() - line.refundedQuantity()) {
            throw tooLarge();
        }
        return line;
    }

    /** The pieces' part of a line, such that all pieces together are the line, however they are taken. */
    private static long part(Line line, long quantity, ToLongFunction<Line> of) {
        long whole = of.applyAsLong(line);
        long before = Shares.proportion(whole, line.refundedQuantity(), line.quantity());
        return Shares.proportion(whole, line.refundedQuantity() + quantity, line.quantity()) - before;
    }

    private static RefundReckoning reckon(
            RefundBasis basis, long amount, long worthAsked, List<RefundedLine> lines, boolean wholeAsked) {
        if (amount > basis.leftMinor()) {
            throw tooLarge();
        }
        long worth = Math.min(worthAsked, pointsWorthLeft(basis));
        boolean whole = amount == basis.leftMinor()
                && (basis.payableMinor() > 0 || wholeAsked || worth == pointsWorthLeft(basis));
        return new RefundReckoning(
                amount,
                rounding(basis, amount),
                whole ? pointsWorthLeft(basis) : worth,
                (whole ? basis.pointsRedeemed() : returned(basis, worth)) - basis.pointsReturned(),
                (whole ? basis.pointsEarned() : clawedBack(basis, amount)) - basis.pointsClawedBack(),
                whole,
                tenders(basis, amount),
                lines);
    }

    /** Rounding goes back in proportion to all that has been refunded by now, less what went back before. */
    private static long rounding(RefundBasis basis, long amount) {
        return roundingBy(basis, basis.refundedMinor() + amount) - roundingBy(basis, basis.refundedMinor());
    }

    private static long roundingBy(RefundBasis basis, long refundedMinor) {
        long rounding = basis.roundingMinor();
        return Long.signum(rounding) * Shares.proportion(Math.absExact(rounding), refundedMinor, basis.payableMinor());
    }

    private static long returned(RefundBasis basis, long worth) {
        return Shares.proportionRoundedDown(
                basis.pointsRedeemed(), basis.pointsWorthBackMinor() + worth, basis.pointsMinor());
    }

    private static long clawedBack(RefundBasis basis, long amount) {
        return Shares.proportionRoundedDown(
                basis.pointsEarned() - basis.visitBonusPoints(), basis.refundedMinor() + amount, basis.payableMinor());
    }

    private static long pointsWorthLeft(RefundBasis basis) {
        return basis.pointsMinor() - basis.pointsWorthBackMinor();
    }

    private static List<Long> tenders(RefundBasis basis, long amount) {
        long[] left = basis.tenders().stream().mapToLong(Tender::leftMinor).toArray();
        return java.util.Arrays.stream(Shares.split(amount, left)).boxed().toList();
    }

    private static RefusedException tooLarge() {
        return new RefusedException("REFUND_TOO_LARGE");
    }
}
