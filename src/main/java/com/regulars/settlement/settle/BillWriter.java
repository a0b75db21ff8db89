package com.regulars.settlement.settle;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.customer.Customers;
import com.regulars.request.Claim;
import com.regulars.request.Done;
import com.regulars.settlement.SettledBill;
import com.regulars.settlement.SettledTender;
import com.regulars.settlement.StoredSteps;
import com.regulars.settlement.quote.CountedVisit;
import com.regulars.settlement.quote.Quote;
import com.regulars.settlement.quote.QuotedLine;
import com.regulars.settlement.settle.BillSettlement.PaidBill;
import com.regulars.settlement.settle.BillSettlement.Shown;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.database.SqlRows;
import com.regulars.shared.stored.StoredJson;
import com.regulars.visit.RecordVisit;
import com.regulars.visit.VisitBook;
import com.regulars.visit.VisitRewards;
import com.regulars.visit.VisitSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a paid bill. Everything that carries the receipt number goes out in the very last statement – the number
 * itself, the bill, its lines and tenders, and the stored answer – because all bills of a till queue for the number's
 * row from there to the commit.
 */
@Component
@RequiredArgsConstructor
class BillWriter {

    private static final int CREATED = 201;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final StoredJson storedJson;
    private final Customers customers;
    private final VisitBook visits;
    private final VisitRewards rewards;
    private final CurrentActor currentActor;

    /** The id and the receipt number of a bill before it has them; nothing a till sends can be mistaken for them. */
    private record Placeholders(long id, String receiptNumber) {

        static Placeholders fresh() {
            long id = -ThreadLocalRandom.current().nextLong(1L << 60, 1L << 62);
            return new Placeholders(id, "receipt-" + id);
        }

        String filled(String body, Numbered bill) {
            return body.replace(receiptNumber, bill.receiptNumber).replace(String.valueOf(id), String.valueOf(bill.id));
        }
    }

    /** A bill as the database numbered it. */
    private record Numbered(long id, String receiptNumber, boolean answered) {}

    /** @throws RefusedException {@code BILL_ALREADY_SETTLED} when the bill was settled before, or another was faster */
    Done write(PaidBill paid, Claim claim, Shown shown) {
        Instant at = paid.bill().at();
        requireKnown(paid.command().guests());
        Long visitId = bookVisit(paid, at, claim);
        List<SettledTender> tenders = paid.tenders();
        Placeholders open = Placeholders.fresh();
        Object body = shown.of(bill(paid, at, tenders, open));
        String text = body == null ? "" : json.writeValueAsString(body);
        Numbered bill = insert(paid, tenders, at, visitId, claim, text, open);
        if (!bill.answered()) {
            throw claim.taken();
        }
        BillCoupons.write(jdbc, bill.id(), paid.bill().coupons(), paid.quote());
        return Done.stored(CREATED, open.filled(text, bill), bill.id());
    }

    private @Nullable Long bookVisit(PaidBill paid, Instant at, Claim claim) {
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
        long visitId = visits.record(visit).visitId();
        reward(paid.priced().visit(), visitId, claim);
        return visitId;
    }

    private void reward(@Nullable CountedVisit visit, long visitId, Claim claim) {
        if (visit != null
                && visit.earns()
                && !rewards.reward(visit.among(), visitId, visit.rule().visits())) {
            throw claim.overtaken("CARD_BUSY");
        }
    }

    private SettledBill bill(PaidBill paid, Instant at, List<SettledTender> tenders, Placeholders open) {
        var card = paid.bill().card();
        return new SettledBill(
                open.id(),
                open.receiptNumber(),
                paid.command().billNumber(),
                paid.bill().venue().id(),
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
                paid.posted().pointsBefore(),
                paid.posted().pointsAfter(),
                tenders,
                paid.quote());
    }

    private void requireKnown(List<Long> guests) {
        if (guests.isEmpty()) {
            return;
        }
        var known = customers.byIds(guests);
        guests.stream().filter(guest -> !known.containsKey(guest)).findFirst().ifPresent(guest -> {
            throw new NotFoundException("customer", guest);
        });
    }

    // One statement, so one long list of parameters: what is split here would be two round trips under the counter's
    // lock.
    private Numbered insert(
            PaidBill paid,
            List<SettledTender> tenders,
            Instant at,
            @Nullable Long visitId,
            Claim claim,
            String body,
            Placeholders open) {
        List<Long> guests = paid.command().guests().stream().distinct().toList();
        List<QuotedLine> lines = paid.quote().lines();
        List<@Nullable Object> params = new ArrayList<>();
        BillRows.lines(params, lines);
        BillRows.tenders(params, tenders);
        params.addAll(guests);
        bill(params, paid, at, visitId);
        Collections.addAll(
                params,
                claim.actorKey(),
                claim.key(),
                claim.operation(),
                claim.payloadHash(),
                at.atOffset(ZoneOffset.UTC),
                CREATED,
                body,
                open.receiptNumber(),
                String.valueOf(open.id()));
        return jdbc.sql(INSERT.formatted(
                        BillRows.lines(lines.size()),
                        BillRows.tenders(tenders.size()),
                        SqlRows.of(guests.size(), "bigint")))
                .params(params)
                .query((row, number) ->
                        new Numbered(row.getLong("id"), row.getString("receipt_number"), row.getBoolean("answered")))
                .optional()
                .orElseThrow(() -> new RefusedException(
                        "BILL_ALREADY_SETTLED", paid.command().billNumber()));
    }

    private void bill(List<@Nullable Object> params, PaidBill paid, Instant at, @Nullable Long visitId) {
        Actor actor = currentActor.get();
        Quote quote = paid.quote();
        var card = paid.bill().card();
        Collections.addAll(
                params,
                paid.bill().venue().id(),
                paid.shift().till(),
                paid.bill().venue().code(),
                paid.bill().venue().id(),
                paid.command().billNumber(),
                paid.shift().till(),
                paid.shift().id(),
                paid.bill().businessDate(),
                at.atOffset(ZoneOffset.UTC),
                actor.key(),
                actor.name(),
                paid.customerId(),
                card == null ? null : card.id(),
                visitId,
                paid.posted().id(),
                quote.payBy().name(),
                quote.listTotalMinor(),
                quote.memberPriceSavingMinor(),
                quote.discountMinor(),
                quote.couponMinor(),
                quote.pointsMinor(),
                quote.roundingMinor(),
                quote.payableMinor(),
                quote.pointsToEarn(),
                quote.visitBonusPoints(),
                quote.pointsRedeemed(),
                paid.posted().pointsBefore(),
                paid.posted().pointsAfter(),
                storedJson.write(StoredSteps.of(quote.steps())));
    }

    /**
     * The rows that do not carry the number go first: the number's row is counted on after they are in, so that the bills
     * that wait for it wait a little less.
     */
    private static final String INSERT = """
            with new as materialized (
                select nextval('settlement_seq') as id),
            lines as (
                insert into settlement_line (settlement_id, line, item, name, quantity, unit_price_minor, discountable,
                       list_minor, payable_minor, share_member_price_minor, share_discount_minor, share_coupon_minor,
                       share_points_minor, share_rounding_minor)
                select new.id, l.* from new, %s as l
                returning line),
            tenders as (
                insert into settlement_tender (settlement_id, tender, type, amount_minor, change_minor, card_id,
                       principal_minor, bonus_minor, balance_before_minor, balance_after_minor)
                select new.id, t.* from new, %s as t
                returning tender),
            guests as (
                insert into settlement_guest (settlement_id, customer_id)
                select new.id, g.* from new, %s as g
                returning customer_id),
            number as materialized (
                select new.id, ledger_next_receipt(?, ?, ?) as receipt_number
                  from new
                 where (select count(*) from lines) + (select count(*) from tenders) + (select count(*) from guests) >= 0),
            bill as (
                insert into settlement (id, venue_id, bill_number, receipt_number, till, shift_id, business_date,
                       settled_at, settled_by_key, settled_by_name, customer_id, card_id, visit_id, posting_id, pay_by,
                       list_total_minor, member_price_saving_minor, discount_minor, coupon_minor, points_minor,
                       rounding_minor, payable_minor, points_earned, visit_bonus_points, points_redeemed, points_before,
                       points_after, steps)
                select id, ?, ?, receipt_number, ?, ?, ?, ?, ?, ?, ?::bigint, ?::bigint, ?::bigint,
                       ?::bigint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint, ?::bigint, ?::json
                  from number
                on conflict on constraint settlement_bill_once do nothing
                returning id, receipt_number)
            select id, receipt_number, request_answered(?, ?, ?, ?, ?, ?,
                       replace(replace(?, ?, receipt_number), ?, id::text), id::text) as answered
              from bill
            """;
}
