package com.regulars.card;

import com.regulars.access.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes new cards. */
@Repository
@RequiredArgsConstructor
class IssuedCardStore {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    long nextId() {
        return jdbc.sql("select nextval('card_seq')").query(Long.class).single();
    }

    /** A random number that no card has; should another request take it at the same moment, that one fails whole. */
    CardNumber freeNumber() {
        return Stream.generate(CardNumber::random)
                .filter(number -> jdbc.sql("select not exists (select from card where number = :number)")
                        .param("number", number.digits())
                        .query(Boolean.class)
                        .single())
                .findFirst()
                .orElseThrow();
    }

    void insert(
            long id,
            CardNumber number,
            long programmeId,
            long customerId,
            long venueId,
            @Nullable LocalDate memberPriceUntil,
            CardFees.@Nullable Paid fee) {
        jdbc.sql("""
                        insert into card (id, number, programme_id, customer_id, venue_id, status, member_price_until,
                                          issued_at, issued_by, fee, fee_tender, fee_posting_id, fee_receipt_number)
                        values (:id, :number, :programme, :customer, :venue, 'ACTIVE', :until, :at, :by, :fee, :feeTender,
                                :feePosting, :feeReceipt)
                        """)
                .param("id", id)
                .param("number", number.digits())
                .param("programme", programmeId)
                .param("customer", customerId)
                .param("venue", venueId)
                .param("until", memberPriceUntil)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", currentActor.get().name())
                .param("fee", fee == null ? 0 : fee.amountMinor())
                .param("feeTender", fee == null ? null : fee.tender().name())
                .param("feePosting", fee == null ? null : fee.postingId())
                .param("feeReceipt", fee == null ? null : fee.receiptNumber())
                .update();
    }
}
