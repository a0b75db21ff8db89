package com.regulars.card.topup;

import com.regulars.access.CurrentActor;
import com.regulars.ledger.TenderType;
import com.regulars.shared.NotFoundException;
import java.time.OffsetDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the top-ups that were done. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class TopUpQueries {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    /** @throws NotFoundException when there is none with this id, or it was done in a venue the actor may not act in */
    public TopUpSlip get(long id) {
        TopUpSlip slip = find(id).orElseThrow(() -> new NotFoundException("topUp", id));
        currentActor.requireVenue(slip.venueId(), "topUp", id);
        return slip;
    }

    private Optional<TopUpSlip> find(long id) {
        return jdbc.sql("""
                        select t.*, c.number, c.customer_id
                        from card_top_up t join card c on c.id = t.card_id
                        where t.id = :id
                        """)
                .param("id", id)
                .query((row, number) -> new TopUpSlip(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getLong("customer_id"),
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
