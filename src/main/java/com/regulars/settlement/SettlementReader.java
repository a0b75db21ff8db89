package com.regulars.settlement;

import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.quote.LineShares;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.quote.Quote;
import com.regulars.settlement.quote.QuotedLine;
import com.regulars.settlement.refund.RefundedBill;
import com.regulars.settlement.refund.RefundedBill.Back;
import com.regulars.shared.stored.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads settled bills back as they were settled. */
@Component
@RequiredArgsConstructor
class SettlementReader {

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Cards cards;

    Optional<SettlementDetails> find(long id) {
        return jdbc.sql("select * from settlement where id = :id")
                .param("id", id)
                .query((row, number) -> details(row))
                .optional();
    }

    private SettlementDetails details(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new SettlementDetails(
                bill(row, id),
                row.getLong("refunded_minor"),
                row.getBoolean("refunded_whole"),
                refundedQuantities(id),
                row.getInt("receipts_printed"),
                refunds(id));
    }

    private SettledBill bill(ResultSet row, long id) throws SQLException {
        return new SettledBill(
                id,
                row.getString("receipt_number"),
                row.getString("bill_number"),
                row.getLong("venue_id"),
                row.getString("till"),
                row.getLong("shift_id"),
                row.getObject("business_date", LocalDate.class),
                row.getObject("settled_at", OffsetDateTime.class).toInstant(),
                row.getString("settled_by_name"),
                row.getObject("customer_id", Long.class),
                row.getObject("card_id", Long.class),
                row.getLong("payable_minor"),
                row.getLong("points_earned"),
                row.getLong("points_redeemed"),
                row.getObject("points_before", Long.class),
                row.getObject("points_after", Long.class),
                tenders(id),
                quote(row, id));
    }

    private Quote quote(ResultSet row, long id) throws SQLException {
        return new Quote(
                PayBy.valueOf(row.getString("pay_by")),
                row.getLong("list_total_minor"),
                row.getLong("member_price_saving_minor"),
                row.getLong("discount_minor"),
                row.getLong("coupon_minor"),
                row.getLong("points_minor"),
                row.getLong("rounding_minor"),
                row.getLong("payable_minor"),
                row.getLong("points_earned"),
                row.getLong("visit_bonus_points"),
                row.getLong("points_redeemed"),
                lines(id),
                json.read(row.getString("steps"), StoredSteps.class).toSteps());
    }

    private List<QuotedLine> lines(long id) {
        return jdbc.sql("select * from settlement_line where settlement_id = :id order by line")
                .param("id", id)
                .query((row, number) -> new QuotedLine(
                        row.getString("item"),
                        row.getString("name"),
                        row.getLong("quantity"),
                        row.getLong("unit_price_minor"),
                        row.getBoolean("discountable"),
                        row.getLong("list_minor"),
                        row.getLong("payable_minor"),
                        new LineShares(
                                row.getLong("share_member_price_minor"),
                                row.getLong("share_discount_minor"),
                                row.getLong("share_coupon_minor"),
                                row.getLong("share_points_minor"),
                                row.getLong("share_rounding_minor"))))
                .list();
    }

    private List<Long> refundedQuantities(long id) {
        return jdbc.sql("select refunded_quantity from settlement_line where settlement_id = :id order by line")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    private List<SettledTender> tenders(long id) {
        return jdbc.sql("select * from settlement_tender where settlement_id = :id order by tender")
                .param("id", id)
                .query((row, number) -> new SettledTender(
                        TenderType.valueOf(row.getString("type")),
                        row.getLong("amount_minor"),
                        row.getLong("change_minor"),
                        row.getObject("card_id", Long.class),
                        cardNumber(row),
                        row.getObject("principal_minor", Long.class),
                        row.getObject("bonus_minor", Long.class),
                        row.getObject("balance_before_minor", Long.class),
                        row.getObject("balance_after_minor", Long.class)))
                .list();
    }

    List<RefundedBill> refunds(long settlementId) {
        Map<Long, List<Back>> back = refundTenders(settlementId);
        return jdbc.sql("select * from settlement_refund where settlement_id = :id order by id")
                .param("id", settlementId)
                .query((row, number) -> new RefundedBill(
                        row.getLong("id"),
                        settlementId,
                        row.getObject("refunded_at", OffsetDateTime.class).toInstant(),
                        row.getString("refunded_by_name"),
                        row.getString("reason"),
                        row.getLong("refund_minor"),
                        row.getLong("points_clawed_back"),
                        row.getLong("points_returned"),
                        back.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private Map<Long, List<Back>> refundTenders(long settlementId) {
        Map<Long, List<Back>> byRefund = new TreeMap<>();
        jdbc.sql("""
                        select t.* from settlement_refund_tender t join settlement_refund r on r.id = t.refund_id
                         where r.settlement_id = :id order by t.refund_id, t.tender
                        """).param("id", settlementId).query(row -> {
            byRefund.computeIfAbsent(row.getLong("refund_id"), refund -> new java.util.ArrayList<>())
                    .add(back(row));
        });
        return byRefund;
    }

    private Back back(ResultSet row) throws SQLException {
        return new Back(
                TenderType.valueOf(row.getString("type")),
                row.getLong("amount_minor"),
                row.getObject("card_id", Long.class),
                cardNumber(row),
                row.getObject("principal_minor", Long.class),
                row.getObject("bonus_minor", Long.class),
                row.getObject("balance_before_minor", Long.class),
                row.getObject("balance_after_minor", Long.class));
    }

    private @Nullable String cardNumber(ResultSet row) throws SQLException {
        Long cardId = row.getObject("card_id", Long.class);
        return Optional.ofNullable(cardId)
                .map(cards::get)
                .map(CardSummary::number)
                .orElse(null);
    }
}
