package com.regulars.card;

import com.regulars.card.statement.Explained;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.Movement.ExpirePoints;
import com.regulars.ledger.NewPosting;
import com.regulars.ledger.PostingKind;
import com.regulars.venue.Venues;
import com.regulars.work.JobItems;
import com.regulars.work.JobProgress;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes points off cards when their time has ended; each card on its own, so a stopped night is simply gone on with and
 * one card that fails keeps no other from ending.
 */
@Service
@RequiredArgsConstructor
class PointsExpiry {

    private static final String ENDED = """
              from ledger_v_lot l
              join ledger_v_account a on a.id = l.account_id
              join card c on c.id = a.holder_id
             where l.expires_on <= :date and l.amount_left > 0 and a.kind = 'POINTS' and not a.parked
            """;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Venues venues;
    private final JobItems items;

    private record Due(long cardId, long venueId, String number) {}

    void expire(JobProgress progress) {
        LocalDate lastClosed = venues.lastClosedBusinessDate();
        List<Due> due = jdbc.sql("select distinct c.id as card_id, c.venue_id, c.number" + ENDED + " order by c.id")
                .param("date", lastClosed)
                .query(Due.class)
                .list();
        items.each(
                progress, "card", due, card -> new CardNumber(card.number).masked(), card -> expire(card, lastClosed));
    }

    /** False when the points were spent, or the account parked, since the cards were looked for. */
    private boolean expire(Due due, LocalDate lastClosed) {
        var locked = ledger.lock(List.of(due.cardId()));
        if (!hasEndedPoints(due.cardId(), lastClosed)) {
            return false;
        }
        LocalDate businessDate = lastClosed.plusDays(1);
        ledger.post(
                new NewPosting(
                        PostingKind.POINTS_EXPIRY,
                        businessDate.toString(),
                        due.venueId(),
                        businessDate,
                        null,
                        null,
                        List.of(new ExpirePoints(due.cardId(), Explained.as("expired")))),
                locked);
        return true;
    }

    private boolean hasEndedPoints(long cardId, LocalDate lastClosed) {
        return jdbc.sql("select exists (select" + ENDED + " and c.id = :card)")
                .param("date", lastClosed)
                .param("card", cardId)
                .query(Boolean.class)
                .single();
    }
}
