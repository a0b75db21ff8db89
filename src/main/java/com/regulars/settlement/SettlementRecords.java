package com.regulars.settlement;

import com.regulars.access.CurrentActor;
import com.regulars.customer.Customers;
import com.regulars.ledger.ReceiptNumbers;
import com.regulars.settlement.BillSettlement.PaidBill;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.visit.RecordVisit;
import com.regulars.visit.VisitBook;
import com.regulars.visit.VisitSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a paid bill: the visit, the lines and tenders, and last – because tills queue for it – the receipt number. */
@Component
@RequiredArgsConstructor
class SettlementRecords {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final Customers customers;
    private final VisitBook visits;
    private final ReceiptNumbers receiptNumbers;
    private final CurrentActor currentActor;
    private final Clock clock;

    /** Spares a known bill the whole way; two at once are told apart when they are written. */
    void requireNotSettled(long venueId, String billNumber) {
        boolean settled = jdbc.sql(
                        "select exists (select 1 from settlement where venue_id = :venue and bill_number = :bill)")
                .param("venue", venueId)
                .param("bill", billNumber)
                .query(Boolean.class)
                .single();
        if (settled) {
            throw new RefusedException("BILL_ALREADY_SETTLED", billNumber);
        }
    }

    /** @throws RefusedException {@code BILL_ALREADY_SETTLED} when another request was faster */
    SettledBill write(PaidBill paid) {
        long id = jdbc.sql("select nextval('settlement_seq')").query(Long.class).single();
        Instant at = clock.instant();
        Long visitId = bookVisit(paid, at);
        writeLines(id, paid.quote().lines());
        writeTenders(id, paid.tenders());
        writeGuests(id, paid.command().guests());
        SettledBill bill = settledBill(id, paid, at);
        writeBill(bill, paid, visitId);
        return bill;
    }

    private @Nullable Long bookVisit(PaidBill paid, Instant at) {
        Long customerId = paid.customerId();
        if (customerId == null) {
            return null;
        }
        var visit = new RecordVisit(
                customerId,
                paid.bill().venue().id(),
                at,
                paid.quote().payableMinor(),
                null,
                null,
                VisitSource.SETTLEMENT);
        return visits.record(visit).visitId();
    }

    private SettledBill settledBill(long id, PaidBill paid, Instant at) {
        var venue = paid.bill().venue();
        var card = paid.bill().card();
        var billed = paid.collectsPoints() ? paid.billed() : null;
        return new SettledBill(
                id,
                receiptNumbers.next(venue.id(), paid.shift().till()),
                paid.command().billNumber(),
                venue.id(),
                paid.shift().till(),
                paid.shift().id(),
                paid.bill().businessDate(),
                at,
                currentActor.get().name(),
                paid.customerId(),
                card == null ? null : card.id(),
                paid.quote().payableMinor(),
                paid.quote().pointsToEarn(),
                paid.quote().pointsRedeemed(),
                billed == null ? null : (Long) billed.pointsBefore(),
                billed == null ? null : (Long) billed.pointsAfter(),
                paid.tenders(),
                paid.quote());
    }

    private void writeBill(SettledBill bill, PaidBill paid, @Nullable Long visitId) {
        var billed = paid.billed();
        int written = jdbc.sql("""
                        insert into settlement (id, venue_id, bill_number, receipt_number, till, shift_id, business_date,
                               settled_at, settled_by_actor, settled_by, customer_id, card_id, visit_id, posting_id, pay_by,
                               list_total_minor, member_price_saving_minor, discount_minor, coupon_minor, points_minor,
                               rounding_minor, payable_minor, points_earned, points_redeemed, points_before, points_after, steps)
                        values (:id, :venue, :bill, :receipt, :till, :shift, :date, :at, :actor, :by, :customer, :card,
                               :visit, :posting, :payBy, :list, :member, :discount, :coupon, :points, :rounding, :payable,
                               :earned, :redeemed, :before, :after, cast(:steps as jsonb))
                        on conflict on constraint settlement_bill_once do nothing
                        """)
                .param("id", bill.id())
                .param("venue", bill.venueId())
                .param("bill", bill.billNumber())
                .param("receipt", bill.receiptNumber())
                .param("till", bill.till())
                .param("shift", bill.shiftId())
                .param("date", bill.businessDate())
                .param("at", bill.settledAt().atOffset(ZoneOffset.UTC))
                .param("actor", currentActor.get().key())
                .param("by", bill.settledBy())
                .param("customer", bill.customerId())
                .param("card", bill.cardId())
                .param("visit", visitId)
                .param("posting", billed == null || billed.postingId() == 0 ? null : billed.postingId())
                .param("payBy", bill.quote().payBy().name())
                .param("list", bill.quote().listTotalMinor())
                .param("member", bill.quote().memberPriceSavingMinor())
                .param("discount", bill.quote().discountMinor())
                .param("coupon", bill.quote().couponMinor())
                .param("points", bill.quote().pointsMinor())
                .param("rounding", bill.quote().roundingMinor())
                .param("payable", bill.payableMinor())
                .param("earned", bill.pointsEarned())
                .param("redeemed", bill.pointsRedeemed())
                .param("before", bill.pointsBefore())
                .param("after", bill.pointsAfter())
                .param("steps", json.writeValueAsString(bill.quote().steps()))
                .update();
        if (written == 0) {
            throw new RefusedException("BILL_ALREADY_SETTLED", bill.billNumber());
        }
    }

    private void writeLines(long id, List<QuotedLine> lines) {
        batches.batchUpdate(
                """
                insert into settlement_line (settlement_id, line, item, name, quantity, unit_price_minor, discountable,
                       list_minor, payable_minor, share_member_price, share_discount, share_coupon, share_points, share_rounding)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, lines.size())
                        .mapToObj(i -> lineRow(id, i, lines.get(i)))
                        .toList());
    }

    private static @Nullable Object[] lineRow(long id, int index, QuotedLine line) {
        LineShares shares = line.shares();
        return new @Nullable Object[] {
            id,
            index,
            line.item(),
            line.name(),
            line.quantity(),
            line.unitPriceMinor(),
            line.discountable(),
            line.listMinor(),
            line.payableMinor(),
            shares.memberPriceMinor(),
            shares.discountMinor(),
            shares.couponMinor(),
            shares.pointsMinor(),
            shares.roundingMinor()
        };
    }

    private void writeTenders(long id, List<SettledTender> tenders) {
        batches.batchUpdate(
                """
                insert into settlement_tender (settlement_id, tender, type, amount_minor, change_minor, card_id,
                       principal_minor, bonus_minor, balance_before_minor, balance_after_minor)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, tenders.size())
                        .mapToObj(i -> tenderRow(id, i, tenders.get(i)))
                        .toList());
    }

    private static @Nullable Object[] tenderRow(long id, int index, SettledTender tender) {
        return new @Nullable Object[] {
            id,
            index,
            tender.type().name(),
            tender.amountMinor(),
            tender.changeMinor(),
            tender.cardId(),
            tender.principalMinor(),
            tender.bonusMinor(),
            tender.balanceBeforeMinor(),
            tender.balanceAfterMinor()
        };
    }

    private void writeGuests(long id, List<Long> guests) {
        List<Long> distinct = guests.stream().distinct().toList();
        var known = customers.byIds(distinct);
        distinct.stream().filter(guest -> !known.containsKey(guest)).findFirst().ifPresent(guest -> {
            throw new NotFoundException("customer", guest);
        });
        batches.batchUpdate(
                "insert into settlement_guest (settlement_id, customer_id) values (?, ?)",
                distinct.stream().map(guest -> new Object[] {id, guest}).toList());
    }
}
