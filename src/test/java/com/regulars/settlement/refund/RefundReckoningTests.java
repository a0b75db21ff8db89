package com.regulars.settlement.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.regulars.ledger.TenderType;
import com.regulars.settlement.refund.RefundBill.RefundedLine;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RefundReckoningTests {

    @Test
    void wholeRefundOfTheExampleGives150PointsBackAndTakes70() {
        var example = bill(7_000, 150, 150, 70, List.of(line(0, 1, 7_000, 150)));
        RefundReckoning whole = RefundReckoning.of(example, RefundBill.whole(1, "退菜"));
        assertThat(whole.refundMinor()).isEqualTo(7_000);
        assertThat(whole.pointsReturned()).isEqualTo(150);
        assertThat(whole.pointsClawedBack()).isEqualTo(70);
        assertThat(whole.whole()).isTrue();
    }

    @Test
    void halfOfTheBillTakesHalfOfThePointsRoundedDown() {
        var example = bill(7_000, 150, 150, 70, List.of(line(0, 1, 7_000, 150)));
        RefundReckoning half = RefundReckoning.of(example, amount(3_550));
        assertThat(half.pointsClawedBack()).isEqualTo(35);
        assertThat(half.pointsReturned()).isEqualTo(76);
        assertThat(half.whole()).isFalse();
    }

    /** 10 points for the amount and 50 for the third visit: a part takes of the 10 only, the rest takes all there is. */
    @Test
    void theBonusForComingOftenGoesWithTheWholeBillOnly() {
        var bill = withVisitBonus(bill(1_000, 0, 0, 60, List.of(line(0, 1, 1_000, 0))), 50);
        RefundReckoning most = RefundReckoning.of(bill, amount(999));
        assertThat(most.pointsClawedBack()).isEqualTo(9);
        assertThat(RefundReckoning.of(after(bill, most), amount(1)).pointsClawedBack())
                .isEqualTo(51);
        assertThat(RefundReckoning.of(bill, RefundBill.whole(1, "退")).pointsClawedBack())
                .isEqualTo(60);
    }

    @Test
    void linesGiveBackExactlyTheirShares() {
        var bill = bill(250, 100, 100, 2, List.of(line(0, 1, 143, 57), line(1, 1, 107, 43)));
        RefundReckoning first = RefundReckoning.of(bill, pieces(new RefundedLine(0, 1)));
        assertThat(first.refundMinor()).isEqualTo(143);
        assertThat(first.pointsReturned()).isEqualTo(57);
        RefundReckoning second = RefundReckoning.of(after(bill, first), pieces(new RefundedLine(1, 1)));
        assertThat(second.refundMinor()).isEqualTo(107);
        assertThat(second.pointsReturned()).isEqualTo(43);
        assertThat(second.pointsClawedBack()).isEqualTo(2 - first.pointsClawedBack());
        assertThat(second.whole()).isTrue();
    }

    @Test
    void threePiecesOfTenAreRefundedOneByOneWithoutLosingAFen() {
        var bill = bill(1_000, 0, 0, 0, List.of(line(0, 3, 1_000, 0)));
        long sum = 0;
        for (int i = 0; i < 3; i++) {
            RefundReckoning piece = RefundReckoning.of(bill, pieces(new RefundedLine(0, 1)));
            sum += piece.refundMinor();
            bill = after(bill, piece);
        }
        assertThat(sum).isEqualTo(1_000);
        assertThat(bill.refundedWhole()).isTrue();
    }

    @Test
    void roundingGoesBackWithTheMoneyAndAddsUp() {
        var bill = bill(1_000, 0, 0, 0, List.of(line(0, 3, 1_000, 0)));
        long rounding = 0;
        for (long part : new long[] {333, 1, 166, 500}) {
            var refund = RefundReckoning.of(bill, amount(part));
            rounding += refund.roundingMinor();
            bill = after(bill, refund);
        }
        assertThat(bill.refundedWhole()).isTrue();
        assertThat(rounding).isEqualTo(-7);
    }

    @Test
    void tendersGetBackProRataAndTheLastTakesTheRest() {
        var bill = new RefundBasis(
                1,
                1,
                "r",
                1L,
                null,
                null,
                null,
                1_000,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                false,
                List.of(line(0, 1, 1_000, 0)),
                List.of(
                        new RefundBasis.Tender(0, TenderType.STORED_VALUE, 7L, 333, 0),
                        new RefundBasis.Tender(1, TenderType.CASH, null, 667, 0)));
        assertThat(RefundReckoning.of(bill, amount(100)).tenderMinor()).containsExactly(33L, 67L);
    }

    @Test
    void refusesMoreThanIsLeft() {
        var bill = bill(1_000, 0, 0, 0, List.of(line(0, 2, 1_000, 0)));
        refuses(bill, amount(1_001));
        refuses(bill, pieces(new RefundedLine(0, 3)));
        RefundBasis spent = after(bill, RefundReckoning.of(bill, RefundBill.whole(1, "退")));
        refuses(spent, RefundBill.whole(1, "退"));
        refuses(spent, amount(1));
    }

    @Test
    void billPaidWithPointsAloneIsRefundedInPoints() {
        var free = bill(0, 300, 300, 0, List.of(line(0, 1, 0, 200), line(1, 1, 0, 100)));
        RefundReckoning first = RefundReckoning.of(free, pieces(new RefundedLine(1, 1)));
        assertThat(first.pointsReturned()).isEqualTo(100);
        assertThat(first.whole()).isFalse();
        RefundReckoning rest = RefundReckoning.of(after(free, first), RefundBill.whole(1, "退"));
        assertThat(rest.pointsReturned()).isEqualTo(200);
        assertThat(rest.whole()).isTrue();
    }

    @Test
    void theRestOfABillNamesThePiecesThatAreLeft() {
        var bill = bill(1_000, 0, 0, 0, List.of(line(0, 3, 600, 0), line(1, 2, 400, 0)));
        RefundReckoning first = RefundReckoning.of(bill, pieces(new RefundedLine(0, 1), new RefundedLine(1, 2)));
        assertThat(first.refundMinor()).isEqualTo(600);
        assertThat(first.lines()).containsExactly(new RefundedLine(0, 1), new RefundedLine(1, 2));
        assertThat(first.whole()).isFalse();
        RefundReckoning rest = RefundReckoning.of(after(bill, first), RefundBill.whole(1, "退"));
        assertThat(rest.refundMinor()).isEqualTo(400);
        assertThat(rest.lines()).containsExactly(new RefundedLine(0, 2));
        assertThat(rest.whole()).isTrue();
    }

    @Test
    void onlyPiecesThatAreLeftGoBack() {
        var bill = bill(900, 0, 0, 0, List.of(line(0, 3, 900, 0)));
        RefundBasis oneGone = after(bill, RefundReckoning.of(bill, pieces(new RefundedLine(0, 1))));
        refuses(oneGone, pieces(new RefundedLine(0, 3)));
        RefundReckoning rest = RefundReckoning.of(oneGone, pieces(new RefundedLine(0, 2)));
        assertThat(rest.refundMinor()).isEqualTo(600);
        assertThat(rest.whole()).isTrue();
    }

    @Test
    void aPieceThatCostNothingGoesBackOnceOnly() {
        var bill = bill(900, 0, 0, 0, List.of(line(0, 1, 900, 0), line(1, 1, 0, 0)));
        RefundReckoning gift = RefundReckoning.of(bill, pieces(new RefundedLine(1, 1)));
        assertThat(gift.refundMinor()).isZero();
        assertThat(gift.whole()).isFalse();
        refuses(after(bill, gift), pieces(new RefundedLine(1, 1)));
    }

    @Test
    void refusesLinesTheBillDoesNotHaveAndLinesNamedTwice() {
        var bill = bill(1_000, 0, 0, 0, List.of(line(0, 3, 600, 0), line(1, 2, 400, 0)));
        noSuchLine("lines[0].line", bill, pieces(new RefundedLine(-1, 1)));
        noSuchLine("lines[1].line", bill, pieces(new RefundedLine(1, 1), new RefundedLine(2, 1)));
        noSuchLine(
                "lines[2].line", bill, pieces(new RefundedLine(0, 1), new RefundedLine(1, 1), new RefundedLine(0, 1)));
    }

    @Test
    void allThatIsLeftIsTheWholeHoweverItIsAskedFor() {
        var bill = bill(1_000, 100, 100, 10, List.of(line(0, 1, 1_000, 100)));
        RefundReckoning most = RefundReckoning.of(bill, amount(999));
        assertThat(most.whole()).isFalse();
        assertThat(most.pointsWorthMinor()).isEqualTo(99);
        assertThat(most.pointsReturned()).isEqualTo(99);
        assertThat(most.pointsClawedBack()).isEqualTo(9);
        RefundReckoning last = RefundReckoning.of(after(bill, most), amount(1));
        assertThat(last.whole()).isTrue();
        assertThat(last.pointsWorthMinor()).isEqualTo(1);
        assertThat(last.pointsReturned()).isEqualTo(1);
        assertThat(last.pointsClawedBack()).isEqualTo(1);
    }

    @Test
    void piecesThatBringBackTheLastPointsOfABillPaidWithPointsEmptyIt() {
        var free = bill(0, 300, 150, 0, List.of(line(0, 1, 0, 200), line(1, 1, 0, 100)));
        RefundReckoning first = RefundReckoning.of(free, pieces(new RefundedLine(0, 1)));
        assertThat(first.pointsWorthMinor()).isEqualTo(200);
        assertThat(first.pointsReturned()).isEqualTo(100);
        assertThat(first.whole()).isFalse();
        RefundReckoning last = RefundReckoning.of(after(free, first), pieces(new RefundedLine(1, 1)));
        assertThat(last.pointsWorthMinor()).isEqualTo(100);
        assertThat(last.pointsReturned()).isEqualTo(50);
        assertThat(last.whole()).isTrue();
    }

    @Test
    void noMorePointsReturnThanAreLeftOfThem() {
        var bill = bill(1_000, 100, 100, 0, List.of(line(0, 1, 100, 90), line(1, 1, 900, 10)));
        RefundBasis oneGone = after(bill, RefundReckoning.of(bill, pieces(new RefundedLine(0, 1))));
        RefundReckoning most = RefundReckoning.of(oneGone, amount(899));
        assertThat(most.pointsWorthMinor()).isEqualTo(10);
        assertThat(most.pointsReturned()).isEqualTo(10);
        assertThat(most.whole()).isFalse();
    }

    @Test
    void roundingOfEachPartIsRoundedHalfUpOverAllThatWentBack() {
        var bill = bill(1_000, 0, 0, 0, List.of(line(0, 1, 1_000, 0)));
        RefundReckoning third = RefundReckoning.of(bill, amount(333));
        assertThat(third.roundingMinor()).isEqualTo(-2);
        assertThat(RefundReckoning.of(after(bill, third), amount(167)).roundingMinor())
                .isEqualTo(-2);
        assertThat(RefundReckoning.of(after(bill, third), RefundBill.whole(1, "退"))
                        .roundingMinor())
                .isEqualTo(-5);
    }

    @Test
    void tendersShareALaterRefundByWhatIsLeftOfThem() {
        var bill = bill(900, 0, 0, 0, List.of(line(0, 1, 900, 0)));
        RefundReckoning first = RefundReckoning.of(bill, amount(100));
        assertThat(first.tenderMinor()).containsExactly(33L, 67L);
        RefundBasis later = after(bill, first);
        RefundReckoning second = RefundReckoning.of(later, amount(100));
        assertThat(second.backTo(later.tenders().get(0))).isEqualTo(33);
        assertThat(second.backTo(later.tenders().get(1))).isEqualTo(67);
        RefundReckoning rest = RefundReckoning.of(later, RefundBill.whole(1, "退"));
        assertThat(rest.tenderMinor()).containsExactly(267L, 533L);
    }

    @Test
    void pointsMoveWhenTheyReturnOrAreTakenBack() {
        var none = bill(1_000, 0, 0, 0, List.of(line(0, 1, 1_000, 0)));
        assertThat(RefundReckoning.of(none, amount(500)).movesPoints()).isFalse();
        var spent = bill(1_000, 100, 100, 0, List.of(line(0, 1, 1_000, 100)));
        assertThat(RefundReckoning.of(spent, amount(500)).movesPoints()).isTrue();
        var earned = bill(1_000, 0, 0, 10, List.of(line(0, 1, 1_000, 0)));
        assertThat(RefundReckoning.of(earned, amount(500)).movesPoints()).isTrue();
        assertThat(RefundReckoning.of(earned, amount(99)).movesPoints()).isFalse();
    }

    @Property(tries = 300)
    void anySequenceOfPartialRefundsAddsUpToTheBill(
            @ForAll("amounts") List<Long> amounts,
            @ForAll @LongRange(min = 1, max = 50_000) long payable,
            @ForAll @LongRange(min = 0, max = 500) long redeemed,
            @ForAll @LongRange(min = 0, max = 500) long earned) {
        RefundBasis bill = bill(payable, redeemed, redeemed, earned, List.of(line(0, 1, payable, redeemed)));
        List<RefundReckoning> refunds = new ArrayList<>();
        for (long asked : amounts) {
            if (asked < bill.leftMinor()) {
                refunds.add(RefundReckoning.of(bill, amount(asked)));
                bill = after(bill, refunds.getLast());
            }
        }
        refunds.add(RefundReckoning.of(bill, RefundBill.whole(1, "退")));
        assertThat(refunds).allMatch(refund -> refund.pointsReturned() >= 0 && refund.pointsClawedBack() >= 0);
        assertThat(refunds.stream().mapToLong(RefundReckoning::refundMinor).sum())
                .isEqualTo(payable);
        assertThat(refunds.stream().mapToLong(RefundReckoning::pointsReturned).sum())
                .isEqualTo(redeemed);
        assertThat(refunds.stream().mapToLong(RefundReckoning::pointsClawedBack).sum())
                .isEqualTo(earned);
        assertThat(refunds)
                .allSatisfy(refund -> assertThat(refund.tenderMinor().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(refund.refundMinor()));
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(1, 20_000).list().ofMaxSize(6);
    }

    private static void refuses(RefundBasis basis, RefundBill command) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> RefundReckoning.of(basis, command))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("REFUND_TOO_LARGE"));
    }

    private static void noSuchLine(String field, RefundBasis basis, RefundBill command) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> RefundReckoning.of(basis, command))
                .satisfies(invalid -> assertThat(invalid.getField()).isEqualTo(field))
                .satisfies(invalid -> assertThat(invalid.getCode()).isEqualTo("refundLine"));
    }

    private static RefundBill amount(long minor) {
        return new RefundBill(1, minor, List.of(), "退", null);
    }

    private static RefundBill pieces(RefundedLine... lines) {
        return new RefundBill(1, null, List.of(lines), "退", null);
    }

    private static RefundBasis.Line line(int index, long quantity, long payable, long points) {
        return new RefundBasis.Line(index, quantity, 0, payable, points);
    }

    private static RefundBasis withVisitBonus(RefundBasis bill, long points) {
        return new RefundBasis(
                1,
                1,
                "r",
                1L,
                null,
                7L,
                null,
                bill.payableMinor(),
                bill.roundingMinor(),
                0,
                0,
                0,
                0,
                0,
                bill.pointsEarned(),
                points,
                0,
                false,
                bill.lines(),
                bill.tenders());
    }

    private static RefundBasis bill(
            long payable, long pointsWorth, long redeemed, long earned, List<RefundBasis.Line> lines) {
        long card = payable / 3;
        return new RefundBasis(
                1,
                1,
                "r",
                1L,
                null,
                7L,
                null,
                payable,
                -7,
                0,
                pointsWorth,
                0,
                redeemed,
                0,
                earned,
                0,
                0,
                false,
                lines,
                List.of(
                        new RefundBasis.Tender(0, TenderType.STORED_VALUE, 7L, card, 0),
                        new RefundBasis.Tender(1, TenderType.CASH, null, payable - card, 0)));
    }

    private static RefundBasis after(RefundBasis bill, RefundReckoning refund) {
        var lines = bill.lines().stream()
                .map(line -> new RefundBasis.Line(
                        line.line(),
                        line.quantity(),
                        line.refundedQuantity()
                                + refund.lines().stream()
                                        .filter(piece -> piece.line() == line.line())
                                        .mapToLong(RefundedLine::quantity)
                                        .sum(),
                        line.payableMinor(),
                        line.pointsMinor()))
                .toList();
        var tenders = bill.tenders().stream()
                .map(tender -> new RefundBasis.Tender(
                        tender.tender(),
                        tender.type(),
                        tender.cardId(),
                        tender.paidMinor(),
                        tender.refundedMinor() + refund.tenderMinor().get(tender.tender())))
                .toList();
        return new RefundBasis(
                1,
                1,
                "r",
                1L,
                null,
                7L,
                null,
                bill.payableMinor(),
                bill.roundingMinor(),
                bill.refundedMinor() + refund.refundMinor(),
                bill.pointsMinor(),
                bill.pointsWorthBackMinor() + refund.pointsWorthMinor(),
                bill.pointsRedeemed(),
                bill.pointsReturned() + refund.pointsReturned(),
                bill.pointsEarned(),
                bill.visitBonusPoints(),
                bill.pointsClawedBack() + refund.pointsClawedBack(),
                refund.whole(),
                lines,
                tenders);
    }
}
