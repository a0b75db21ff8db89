package com.regulars.settlement.refund;

import com.regulars.access.CurrentActor;
import com.regulars.ledger.Posted;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.refund.RefundBasis.Line;
import com.regulars.settlement.refund.RefundBasis.Tender;
import com.regulars.settlement.refund.RefundBill.RefundedLine;
import com.regulars.settlement.refund.RefundPosting.PostedRefund;
import com.regulars.settlement.refund.RefundedBill.Back;
import com.regulars.shared.NotFoundException;
import com.regulars.shift.Shift;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes what refunds need; the bill's row is the lock that puts refunds of one bill in a row. */
@Component
@RequiredArgsConstructor
class RefundRecords {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CurrentActor currentActor;
    private final Clock clock;

    /** The cards a bill was shown or paid with; none when there is no such bill. */
    List<Long> cardIds(long settlementId) {
        return jdbc.sql("""
                        select card_id from settlement where id = :id and card_id is not null
                        union select card_id from settlement_tender where settlement_id = :id and card_id is not null
                        """).param("id", settlementId).query(Long.class).list();
    }

    /** The coupons of a bill that was refunded as a whole; from here on the bill holds them no longer. */
    List<Long> takeCoupons(long settlementId) {
        return jdbc.sql("""
                        update settlement_coupon set returned = true
                         where settlement_id = :id and not returned returning coupon_id
                        """).param("id", settlementId).query(Long.class).list();
    }

    /** @throws NotFoundException when there is no such bill in a venue of the actor */
    RefundBasis lock(long settlementId) {
        RefundBasis basis = jdbc.sql("""
                        select id, venue_id, receipt_number, posting_id, customer_id, card_id, visit_id, payable_minor, rounding_minor,
                               refunded_minor, points_minor, points_worth_back_minor, points_redeemed, points_returned,
                               points_earned, visit_bonus_points, points_clawed_back, refunded_whole
                          from settlement where id = :id for no key update
                        """)
                .param("id", settlementId)
                .query((row, number) -> basis(row))
                .optional()
                .orElseThrow(() -> new NotFoundException("settlement", settlementId));
        currentActor.requireVenue(basis.venueId(), "settlement", settlementId);
        return basis;
    }

    private RefundBasis basis(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new RefundBasis(
                id,
                row.getLong("venue_id"),
                row.getString("receipt_number"),
                row.getObject("posting_id", Long.class),
                row.getObject("customer_id", Long.class),
                row.getObject("card_id", Long.class),
                row.getObject("visit_id", Long.class),
                row.getLong("payable_minor"),
                row.getLong("rounding_minor"),
                row.getLong("refunded_minor"),
                row.getLong("points_minor"),
                row.getLong("points_worth_back_minor"),
                row.getLong("points_redeemed"),
                row.getLong("points_returned"),
                row.getLong("points_earned"),
                row.getLong("visit_bonus_points"),
                row.getLong("points_clawed_back"),
                row.getBoolean("refunded_whole"),
                lines(id),
                tenders(id));
    }

    private List<Line> lines(long settlementId) {
        return jdbc.sql("""
                        select line, quantity, refunded_quantity, payable_minor, share_points_minor
                          from settlement_line where settlement_id = :id order by line
                        """)
                .param("id", settlementId)
                .query((row, number) -> new Line(
                        row.getInt("line"),
                        row.getLong("quantity"),
                        row.getLong("refunded_quantity"),
                        row.getLong("payable_minor"),
                        row.getLong("share_points_minor")))
                .list();
    }

    private List<Tender> tenders(long settlementId) {
        return jdbc.sql("""
                        select tender, type, card_id, amount_minor - change_minor as paid_minor, refunded_minor
                          from settlement_tender where settlement_id = :id order by tender
                        """)
                .param("id", settlementId)
                .query((row, number) -> new Tender(
                        row.getInt("tender"),
                        TenderType.valueOf(row.getString("type")),
                        row.getObject("card_id", Long.class),
                        row.getLong("paid_minor"),
                        row.getLong("refunded_minor")))
                .list();
    }

    RefundedBill write(
            RefundBill command,
            RefundBasis basis,
            RefundReckoning reckoning,
            Shift shift,
            LocalDate businessDate,
            PostedRefund posted,
            List<Back> back) {
        var refund = new RefundedBill(
                jdbc.sql("select nextval('settlement_refund_seq')")
                        .query(Long.class)
                        .single(),
                basis.settlementId(),
                clock.instant(),
                currentActor.get().name(),
                command.reason(),
                reckoning.refundMinor(),
                posted.pointsClawedBack(),
                posted.pointsReturned(),
                back);
        insert(refund, basis, reckoning, shift, businessDate, posted);
        writeTenders(refund, basis, reckoning);
        writeLines(refund.id(), basis.settlementId(), reckoning.lines());
        subtract(basis, reckoning);
        return refund;
    }

    private void insert(
            RefundedBill refund,
            RefundBasis basis,
            RefundReckoning reckoning,
            Shift shift,
            LocalDate businessDate,
            PostedRefund posted) {
        jdbc.sql("""
                        insert into settlement_refund (id, settlement_id, shift_id, business_date, refunded_at, refunded_by_key,
                               refunded_by_name, reason, refund_minor, rounding_minor, points_worth_minor, points_clawed_back,
                               points_shortfall, points_returned, posting_id, points_card_id)
                        values (:id, :settlement, :shift, :date, :at, :actor, :by, :reason, :amount, :rounding, :worth, :clawed,
                                :shortfall, :returned, :posting, :pointsCard)
                        """)
                .param("id", refund.id())
                .param("settlement", refund.settlementId())
                .param("shift", shift.id())
                .param("date", businessDate)
                .param("at", refund.refundedAt().atOffset(ZoneOffset.UTC))
                .param("actor", currentActor.get().key())
                .param("by", refund.refundedBy())
                .param("reason", refund.reason())
                .param("amount", refund.refundMinor())
                .param("rounding", reckoning.roundingMinor())
                .param("worth", reckoning.pointsWorthMinor())
                .param("clawed", refund.pointsClawedBack())
                .param("shortfall", reckoning.pointsClawedBack() - refund.pointsClawedBack())
                .param("returned", refund.pointsReturned())
                .param("posting", posted.id())
                .param("pointsCard", pointsCard(basis, posted))
                .update();
    }

    /** Null when it is the card of the bill itself. */
    private static @Nullable Long pointsCard(RefundBasis basis, PostedRefund posted) {
        Long card = basis.cardId();
        return card == null || posted.holderNow(card) == card ? null : Long.valueOf(posted.holderNow(card));
    }

    private void writeTenders(RefundedBill refund, RefundBasis basis, RefundReckoning reckoning) {
        List<Tender> paidBy = basis.tenders().stream()
                .filter(tender -> reckoning.backTo(tender) > 0)
                .toList();
        batches.batchUpdate(
                """
                insert into settlement_refund_tender (refund_id, tender, type, amount_minor, card_id, principal_minor,
                       bonus_minor, balance_before_minor, balance_after_minor)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, refund.tenders().size())
                        .mapToObj(i -> tenderRow(
                                refund.id(),
                                paidBy.get(i).tender(),
                                refund.tenders().get(i)))
                        .toList());
    }

    private static @Nullable Object[] tenderRow(long refundId, int tender, Back back) {
        return new @Nullable Object[] {
            refundId,
            tender,
            back.type().name(),
            back.amountMinor(),
            back.cardId(),
            back.principalMinor(),
            back.bonusMinor(),
            back.balanceBeforeMinor(),
            back.balanceAfterMinor()
        };
    }

    private void writeLines(long refundId, long settlementId, List<RefundedLine> lines) {
        batches.batchUpdate(
                "insert into settlement_refund_line (refund_id, line, quantity) values (?, ?, ?)",
                lines.stream()
                        .map(line -> new Object[] {refundId, line.line(), line.quantity()})
                        .toList());
        batches.batchUpdate(
                "update settlement_line set refunded_quantity = refunded_quantity + ? where settlement_id = ? and line = ?",
                lines.stream()
                        .map(line -> new Object[] {line.quantity(), settlementId, line.line()})
                        .toList());
    }

    private void subtract(RefundBasis basis, RefundReckoning reckoning) {
        jdbc.sql("""
                        update settlement
                           set refunded_minor = refunded_minor + :amount,
                               points_worth_back_minor = points_worth_back_minor + :worth,
                               points_returned = points_returned + :returned,
                               points_clawed_back = points_clawed_back + :clawed,
                               refunded_whole = :whole
                         where id = :id
                        """)
                .param("amount", reckoning.refundMinor())
                .param("worth", reckoning.pointsWorthMinor())
                .param("returned", reckoning.pointsReturned())
                .param("clawed", reckoning.pointsClawedBack())
                .param("whole", reckoning.whole())
                .param("id", basis.settlementId())
                .update();
        List<Object[]> tenders = basis.tenders().stream()
                .map(tender -> new Object[] {
                    reckoning.tenderMinor().get(tender.tender()), basis.settlementId(), tender.tender()
                })
                .toList();
        batches.batchUpdate(
                "update settlement_tender set refunded_minor = refunded_minor + ? where settlement_id = ? and tender = ?",
                tenders);
    }

    /** The tenders of a refund, in order; stored value takes its figures from what the cards did. */
    static List<Back> back(RefundBasis basis, RefundReckoning reckoning, PostedRefund posted, CardNumbers numbers) {
        var inOrder = posted.returned().iterator();
        return basis.tenders().stream()
                .filter(tender -> reckoning.tenderMinor().get(tender.tender()) > 0)
                .map(tender -> tender.type() == TenderType.STORED_VALUE
                        ? fromCard(posted.holderNow(Objects.requireNonNull(tender.cardId())), inOrder.next(), numbers)
                        : new Back(
                                tender.type(),
                                reckoning.tenderMinor().get(tender.tender()),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null))
                .toList();
    }

    private static Back fromCard(long cardId, Posted.Moved moved, CardNumbers numbers) {
        return new Back(
                TenderType.STORED_VALUE,
                moved.amount() + moved.bonus(),
                cardId,
                numbers.of(cardId),
                moved.amount(),
                moved.bonus(),
                moved.balanceBefore(),
                moved.balanceAfter());
    }

    /** Number of a card by its id. */
    interface CardNumbers {
        String of(long cardId);
    }
}
