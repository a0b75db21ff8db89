package com.regulars.card;

import com.regulars.card.statement.Explained;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.Movement.ExpirePoints;
import com.regulars.ledger.NewPosting;
import com.regulars.ledger.PostingKind;
import com.regulars.venue.Venues;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes points off cards when their time has ended; one transaction per card, so a stopped night is simply gone on with. */
@Service
@RequiredArgsConstructor
class PointsExpiry {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Venues venues;
    private final TransactionTemplate transactions;

    private record Due(long cardId, long venueId) {}

    /** @return how many cards lost points */
    int expire() {
        LocalDate lastClosed = venues.lastClosedBusinessDate();
        List<Due> due = jdbc.sql("""
                        select distinct c.id, c.venue_id
                        from ledger_lot l
                        join ledger_account a on a.id = l.account_id
                        join card c on c.id = a.holder_id
                        where l.expires_on <= :date and l.amount_left > 0 and a.kind = 'POINTS' and not a.parked
                        """)
                .param("date", lastClosed)
                .query((row, number) -> new Due(row.getLong("id"), row.getLong("venue_id")))
                .list();
        due.forEach(card -> transactions.executeWithoutResult(status -> expire(card, lastClosed.plusDays(1))));
        return due.size();
    }

    private void expire(Due due, LocalDate businessDate) {
        ledger.post(
                new NewPosting(
                        PostingKind.POINTS_EXPIRY,
                        businessDate.toString(),
                        due.venueId(),
                        businessDate,
                        null,
                        null,
                        List.of(new ExpirePoints(due.cardId(), Explained.as("expired")))),
                ledger.lock(List.of(due.cardId())));
    }
}
