package com.regulars.card;

import com.regulars.access.CurrentActor;
import com.regulars.ledger.Posted;
import com.regulars.ledger.TenderType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of top-ups. */
@Repository
@RequiredArgsConstructor
class TopUpStore {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    /** @param posted a posting whose first movement put the value on the card */
    ToppedUp insert(TopUpCard command, long cardId, long shiftId, String receiptNumber, Posted posted) {
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
        return new ToppedUp(
                String.valueOf(id),
                moved.amount(),
                moved.bonus(),
                moved.balanceBefore(),
                moved.balanceAfter(),
                receiptNumber);
    }

    Optional<TopUpSlip> find(long id) {
        return jdbc.sql("""
                        select t.*, c.number, c.customer_id, p.name programme_name
                        from card_top_up t join card c on c.id = t.card_id join card_programme p on p.id = c.programme_id
                        where t.id = :id
                        """)
                .param("id", id)
                .query((row, number) -> new TopUpSlip(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getLong("customer_id"),
                        row.getString("programme_name"),
                        row.getLong("venue_id"),
                        TenderType.valueOf(row.getString("tender")),
                        row.getLong("principal_minor"),
                        row.getLong("bonus_minor"),
                        row.getLong("balance_before_minor"),
                        row.getLong("balance_after_minor"),
                        row.getString("receipt_number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("done_by_name")))
                .optional();
    }
}
