package com.regulars.card.topup;

import com.regulars.access.CurrentActor;
import com.regulars.ledger.Posted;
import java.time.Clock;
import java.time.ZoneOffset;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes top-ups. */
@Repository
@RequiredArgsConstructor
class TopUpWriter {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    /** @param posted a posting whose first movement put the value on the card */
    ToppedUpCard insert(TopUpCard command, long cardId, long shiftId, String receiptNumber, Posted posted) {
        var moved = posted.moved().getFirst();
        long id = jdbc.sql("""
                        insert into card_top_up (id, card_id, posting_id, venue_id, shift_id, tender, principal_minor, bonus_minor,
                                                 balance_before_minor, balance_after_minor, receipt_number, at,
                                                 done_by_key, done_by_name)
                        values (nextval('card_top_up_seq'), :card, :posting, :venue, :shift, :tender, :principal, :bonus,
                                :before, :after, :receipt, :at, :byKey, :byName)
                        returning id
                        """)
                .param("card", cardId)
                .param("posting", posted.id())
                .param("venue", command.venueId())
                .param("shift", shiftId)
                .param("tender", command.tender().name())
                .param("principal", moved.amount())
                .param("bonus", moved.bonus())
                .param("before", moved.balanceBefore())
                .param("after", moved.balanceAfter())
                .param("receipt", receiptNumber)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("byKey", currentActor.get().key())
                .param("byName", currentActor.get().name())
                .query(Long.class)
                .single();
        return new ToppedUpCard(
                String.valueOf(id),
                moved.amount(),
                moved.bonus(),
                moved.balanceBefore(),
                moved.balanceAfter(),
                receiptNumber);
    }
}
