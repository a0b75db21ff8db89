package com.regulars.card.topup;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.ledger.TenderType;
import com.regulars.shared.NotFoundException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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

    /**
     * A top-up of which something is left on a card, and how much.
     *
     * @param open whether the actor may open it, because it was done in a venue of the actor's
     */
    public record Left(
            long id,
            Instant at,
            String receiptNumber,
            long paidMinor,
            long principalLeftMinor,
            long bonusLeftMinor,
            boolean open) {}

    /** The top-ups of which something is on this card, whatever card they came in by; newest first. */
    public List<Left> leftOn(long cardId) {
        Actor actor = currentActor.get();
        return jdbc.sql("""
                        select t.id, t.at, t.receipt_number, t.principal_minor, t.venue_id, sum(l.amount_left)::bigint principal_left,
                               sum(l.bonus_left)::bigint bonus_left
                        from ledger_v_value_lot l join card_top_up t on t.posting_id = l.posting_id
                        where l.holder_id = :card and (l.amount_left > 0 or l.bonus_left > 0)
                        group by t.id order by t.id desc
                        """)
                .param("card", cardId)
                .query((row, number) -> new Left(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("receipt_number"),
                        row.getLong("principal_minor"),
                        row.getLong("principal_left"),
                        row.getLong("bonus_left"),
                        actor.mayActIn(row.getLong("venue_id"))))
                .list();
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
                        row.getLong("card_id"),
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
                        row.getString("done_by_name"),
                        row.getLong("posting_id"),
                        row.getLong("shift_id")))
                .optional();
    }
}
