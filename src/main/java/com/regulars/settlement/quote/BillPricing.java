package com.regulars.settlement.quote;

import com.regulars.card.CardTerms;
import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeTerms.VisitBonus;
import com.regulars.coupon.CouponProblem;
import com.regulars.coupon.CouponTerms;
import com.regulars.coupon.UsableCoupon;
import com.regulars.settlement.quote.QuoteStep.Rule;
import com.regulars.shared.Rate;
import com.regulars.shared.RefusedException;
import com.regulars.shared.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The price of one bill: a pure function in a fixed order – list price, member price, programme discount, coupons,
 * points, rounding. Every step is explained even when it is zero, and every line carries its share of every step, so
 * that a part of the bill can be refunded exactly.
 */
final class BillPricing {

    private final Pricing in;
    private final PayBy payBy;
    private final Discounting discounting;
    private final LongFunction<String> money;
    private final int size;
    private final long[] left;
    private final List<QuoteStep> steps = new ArrayList<>();

    private BillPricing(Pricing in, PayBy payBy, Discounting discounting, LongFunction<String> money) {
        this.in = in;
        this.payBy = payBy;
        this.discounting = discounting;
        this.money = money;
        this.size = in.lines().size();
        this.left = in.lines().stream().mapToLong(BillLine::listMinor).toArray();
    }

    /**
     * @param money writes an amount for the explanations
     * @throws RefusedException {@code COUPON_NOT_USABLE} or {@code POINTS_NOT_ENOUGH}
     */
    static PricedBill price(Pricing in, LongFunction<String> money) {
        if (in.paidBy().storedValueMinor() == 0 && in.paidBy().payBy() == PayBy.OTHER) {
            Quote other = price(in, PayBy.OTHER, discounting(in, PayBy.OTHER), money);
            return new PricedBill(other, other, in.visit()); // no stored value draws on it
        }
        Quote fromBalance = price(in, PayBy.BALANCE, discounting(in, PayBy.BALANCE), money);
        return new PricedBill(asPaid(in, fromBalance, money), fromBalance, in.visit());
    }

    /** A mixed bill never costs less than what stored value already pays of it: it then costs what it does from the balance. */
    private static Quote asPaid(Pricing in, Quote fromBalance, LongFunction<String> money) {
        long storedValue = in.paidBy().storedValueMinor();
        boolean balance =
                storedValue == 0 ? in.paidBy().payBy() == PayBy.BALANCE : storedValue >= fromBalance.payableMinor();
        if (balance) {
            return fromBalance;
        }
        Discounting other = discounting(in, PayBy.OTHER);
        if (storedValue == 0) {
            return price(in, PayBy.OTHER, other, money);
        }
        Quote mixed = price(in, PayBy.OTHER, other.mixed(storedValue, fromBalance.payableMinor()), money);
        return mixed.payableMinor() <= storedValue ? fromBalance : mixed;
    }

    private static Discounting discounting(Pricing in, PayBy payBy) {
        return Discounting.of(payBy, in.terms(), in.paidBy().otherProgramme());
    }

    private static Quote price(Pricing in, PayBy payBy, Discounting discounting, LongFunction<String> money) {
        return new BillPricing(in, payBy, discounting, money).price();
    }

    private Quote price() {
        long list = sum(left);
        step(Rule.LIST_PRICE, "SUM", list, "1", list, String.valueOf(pieces()));
        long[] memberPrice = memberPrice();
        long[] discount = discount();
        long[] coupon = coupons();
        long redeemed = pointsUsed();
        long[] points = points(redeemed);
        long[] rounding = rounding();
        long payable = sum(left);
        step(Rule.PAYABLE, "REST", payable, "1", payable);
        long earned = earned(payable);
        long visitBonus = visitBonus();
        var lines = IntStream.range(0, size)
                .mapToObj(i -> line(i, new LineShares(memberPrice[i], discount[i], coupon[i], points[i], rounding[i])))
                .toList();
        return new Quote(
                payBy,
                list,
                sum(memberPrice),
                sum(discount),
                sum(coupon),
                sum(points),
                sum(rounding),
                payable,
                earned + visitBonus,
                visitBonus,
                redeemed,
                lines,
                steps);
    }

    private QuotedLine line(int i, LineShares shares) {
        BillLine line = in.lines().get(i);
        return new QuotedLine(
                line.item(),
                line.name(),
                line.quantity(),
                line.unitPriceMinor(),
                line.discountable(),
                line.listMinor(),
                left[i],
                shares);
    }

    private long[] memberPrice() {
        CardTerms terms = in.terms();
        boolean member = terms != null && terms.memberPrice();
        long[] saving = in.lines().stream()
                .mapToLong(line -> member ? line.memberSavingMinor() : 0)
                .toArray();
        long count = Arrays.stream(saving).filter(each -> each > 0).count();
        String reason = terms == null ? "NO_CARD" : !member ? "NOT_A_MEMBER" : count == 0 ? "NO_LINE" : "LINES";
        step(Rule.MEMBER_PRICE, reason, sum(left), String.valueOf(count), sum(saving), String.valueOf(count));
        return take(saving);
    }

    private long[] discount() {
        long[] base = new long[size];
        Arrays.setAll(base, i -> in.lines().get(i).discountable() ? left[i] : 0);
        Discounting.Off off = discounting.of(sum(base), money);
        String reason = in.terms() == null ? "NO_CARD" : off.reason();
        steps.add(new QuoteStep(Rule.DISCOUNT, reason, sum(base), off.factor(), off.minor(), off.args()));
        return take(Shares.split(off.minor(), base));
    }

    private long[] coupons() {
        if (in.coupons().isEmpty()) {
            step(Rule.COUPON, "NONE", sum(left), "0", 0);
        }
        long[] all = new long[size];
        for (UsableCoupon coupon : in.coupons()) {
            long[] shares = coupon(coupon);
            Arrays.setAll(all, i -> all[i] + shares[i]);
        }
        return all;
    }

    private long[] coupon(UsableCoupon coupon) {
        CouponTerms terms = coupon.terms();
        long payable = sum(left);
        if (!terms.reaches(payable)) {
            throw CouponProblem.BELOW_MINIMUM.refuse(coupon.code());
        }
        long off = terms.offOf(payable);
        Rate percent = terms.percentOff();
        Long cap = terms.capMinor();
        String reason = percent == null ? "AMOUNT" : cap == null ? "PERCENT" : "PERCENT_CAPPED";
        String worth = percent == null ? money.apply(off) : percent.percent().toPlainString() + "%";
        step(Rule.COUPON, reason, payable, worth, off, coupon.name(), worth, cap == null ? "" : money.apply(cap));
        return take(Shares.split(off, left));
    }

    /** As many of the points asked for as the bill can take; the last point may be worth less than the others. */
    private long pointsUsed() {
        if (in.redeemPoints() == 0) {
            return 0;
        }
        Long worth = worthOfAPoint();
        if (worth == null || worth == 0 || in.redeemPoints() > in.pointsAvailable()) {
            throw new RefusedException("POINTS_NOT_ENOUGH", String.valueOf(in.pointsAvailable()));
        }
        return Math.min(in.redeemPoints(), Math.ceilDiv(sum(left), worth));
    }

    private long[] points(long used) {
        long payable = sum(left);
        Long worth = worthOfAPoint();
        if (used == 0 || worth == null) {
            long could = worth == null ? 0 : Math.min(payable, saturated(in.pointsAvailable(), worth));
            step(Rule.POINTS, could == 0 ? "NONE" : "NOT_USED", payable, "0", 0, money.apply(could));
            return new long[size];
        }
        long off = Math.min(payable, saturated(used, worth));
        step(
                Rule.POINTS,
                "USED",
                payable,
                used + " × " + money.apply(worth),
                off,
                String.valueOf(used),
                money.apply(worth));
        return take(Shares.split(off, left));
    }

    private long[] rounding() {
        long payable = sum(left);
        long off = payable % in.roundDownToMinor();
        String reason = in.roundDownToMinor() == 1 ? "OFF" : off == 0 ? "EVEN" : "DOWN";
        String factor = money.apply(in.roundDownToMinor());
        step(Rule.ROUNDING, reason, payable, factor, -off, factor);
        long[] taken = take(Shares.split(off, left));
        return Arrays.stream(taken).map(each -> -each).toArray();
    }

    private long earned(long payable) {
        PointsTerms terms = in.terms() == null ? null : in.terms().points();
        if (terms == null) {
            step(Rule.POINTS_EARNED, "NONE", payable, "0", 0);
            return 0;
        }
        long earned = terms.earnedOn(payable);
        String reason = payable < terms.minBillMinor() ? "BELOW_MINIMUM" : "FOR_AMOUNT";
        step(
                Rule.POINTS_EARNED,
                reason,
                payable,
                terms.earnPoints() + " / " + money.apply(terms.earnPerMinor()),
                earned,
                String.valueOf(terms.earnPoints()),
                money.apply(terms.earnPerMinor()),
                money.apply(terms.minBillMinor()));
        return earned;
    }

    private long visitBonus() {
        CountedVisit visit = in.visit();
        if (visit == null) {
            return 0;
        }
        VisitBonus rule = visit.rule();
        step(
                Rule.VISIT_BONUS,
                visit.earns() ? "EARNED" : "NOT_YET",
                visit.number(),
                rule.visits() + " / " + rule.withinDays(),
                visit.points(),
                String.valueOf(visit.number()),
                String.valueOf(rule.visits()),
                String.valueOf(rule.withinDays()),
                String.valueOf(rule.points()));
        return visit.points();
    }

    private @Nullable Long worthOfAPoint() {
        CardTerms terms = in.terms();
        PointsTerms points = terms == null ? null : terms.points();
        return points == null ? null : points.redeemMinorPerPoint();
    }

    private long[] take(long[] shares) {
        Arrays.setAll(left, i -> left[i] - shares[i]);
        return shares;
    }

    private void step(Rule rule, String reason, long base, String factor, long result, String... args) {
        steps.add(new QuoteStep(rule, reason, base, factor, result, List.of(args)));
    }

    private long pieces() {
        return in.lines().stream().mapToLong(BillLine::quantity).sum();
    }

    private static long sum(long[] amounts) {
        return Arrays.stream(amounts).sum();
    }

    private static long saturated(long points, long worth) {
        return points > Long.MAX_VALUE / worth ? Long.MAX_VALUE : points * worth;
    }
}
