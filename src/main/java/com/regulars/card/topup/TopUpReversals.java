package com.regulars.card.topup;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.audit.AuditLog;
import com.regulars.card.topup.TopUpReckoning.Before;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.Posted;
import com.regulars.ledger.TenderType;
import com.regulars.shared.NotFoundException;
import com.regulars.shift.Shift;
import com.regulars.shift.Shifts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Top-ups that went back, and what would be paid out of one now. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class TopUpReversals {

    private final JdbcClient jdbc;
    private final TopUpQueries topUps;
    private final Ledger ledger;
    private final Shifts shifts;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final Clock clock;

    /** A top-up about to go back. */
    record Reversal(
            ReversalKind kind,
            @Nullable RefundCause cause,
            TopUpSlip topUp,
            Shift shift,
            TenderType tender,
            TopUpReckoning reckoning,
            @Nullable Actor approver) {}

    /**
     * What could be done with a top-up now.
     *
     * @param refunds what each cause would pay out; nothing is left to pay out when they are empty
     * @param voidable whether it can be taken back whole
     */
    public record Preview(TopUpSlip topUp, Map<RefundCause, TopUpReckoning> refunds, boolean voidable) {

        public boolean isEmpty() {
            return refunds.values().stream().allMatch(TopUpReckoning::isEmpty);
        }
    }

    /** @throws NotFoundException when there is no such top-up in a venue of the actor */
    @Transactional
    public Preview preview(long topUpId) {
        TopUpSlip topUp = topUps.get(topUpId);
        var lot = ledger.valueLot(topUp.postingId());
        Map<RefundCause, TopUpReckoning> refunds = new EnumMap<>(RefundCause.class);
        for (RefundCause cause : RefundCause.values()) {
            refunds.put(cause, TopUpReckoning.of(cause, lot, before(topUpId)));
        }
        return new Preview(
                topUp, refunds, lot.isUntouched() && shifts.get(topUp.shiftId()).isOpen());
    }

    Before before(long topUpId) {
        return jdbc.sql("""
                        select coalesce(sum(refund_minor), 0)::bigint paid, coalesce(sum(principal_minor + bonus_minor), 0)::bigint taken
                        from card_top_up_reversal where top_up_id = :topUp
                        """)
                .param("topUp", topUpId)
                .query((row, number) -> new Before(row.getLong("paid"), row.getLong("taken")))
                .single();
    }

    /** All that went back of a top-up, oldest first. */
    public List<ReversalSlip> of(long topUpId) {
        return jdbc.sql("select * from card_top_up_reversal where top_up_id = :topUp order by id")
                .param("topUp", topUpId)
                .query((row, number) -> slip(row))
                .list();
    }

    /** @throws NotFoundException when there is none with this id, or it was done in a venue the actor may not act in */
    public ReversalSlip get(long id) {
        ReversalSlip slip = find(id).orElseThrow(() -> new NotFoundException("topUpReversal", id));
        currentActor.requireVenue(slip.topUp().venueId(), "topUpReversal", id);
        return slip;
    }

    private Optional<ReversalSlip> find(long id) {
        return jdbc.sql("select * from card_top_up_reversal where id = :id")
                .param("id", id)
                .query((row, number) -> slip(row))
                .optional();
    }

    private ReversalSlip slip(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        return new ReversalSlip(
                row.getLong("id"),
                topUps.get(row.getLong("top_up_id")),
                ReversalKind.valueOf(row.getString("kind")) == ReversalKind.VOID,
                cause == null ? null : RefundCause.valueOf(cause),
                TenderType.valueOf(row.getString("tender")),
                new TopUpReckoning(
                        row.getLong("consumed_minor"),
                        row.getLong("list_minor"),
                        row.getLong("refunded_before_minor"),
                        row.getLong("principal_minor"),
                        row.getLong("bonus_minor"),
                        row.getLong("refund_minor"),
                        row.getLong("principal_kept_minor"),
                        row.getLong("bonus_cancelled_minor")),
                row.getLong("balance_before_minor"),
                row.getLong("balance_after_minor"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("done_by_name"),
                row.getString("approved_by_name"));
    }

    /** @param posted a posting whose first movement took the value off the card */
    ReversedTopUp insert(Reversal reversal, long cardId, Posted posted) {
        var moved = posted.moved().getFirst();
        TopUpReckoning reckoning = reversal.reckoning();
        Actor actor = currentActor.get();
        Actor approver = reversal.approver();
        long id = jdbc.sql("""
                        insert into card_top_up_reversal (id, top_up_id, kind, cause, card_id, posting_id, venue_id, shift_id, tender,
                               consumed_minor, list_minor, refunded_before_minor, principal_minor, bonus_minor, refund_minor,
                               principal_kept_minor, bonus_cancelled_minor, balance_before_minor, balance_after_minor, at,
                               done_by_key, done_by_name, approved_by_key, approved_by_name)
                        values (nextval('card_top_up_reversal_seq'), :topUp, :kind, :cause, :card, :posting, :venue, :shift, :tender,
                                :consumed, :list, :before, :principal, :bonus, :refund, :kept, :cancelled, :balanceBefore,
                                :balanceAfter, :at, :byKey, :byName, :approverKey, :approverName)
                        returning id
                        """)
                .param("topUp", reversal.topUp().id())
                .param("kind", reversal.kind().name())
                .param(
                        "cause",
                        reversal.cause() == null ? null : reversal.cause().name())
                .param("card", cardId)
                .param("posting", posted.id())
                .param("venue", reversal.topUp().venueId())
                .param("shift", reversal.shift().id())
                .param("tender", reversal.tender().name())
                .param("consumed", reckoning.consumedMinor())
                .param("list", reckoning.listMinor())
                .param("before", reckoning.refundedBeforeMinor())
                .param("principal", moved.amount())
                .param("bonus", moved.bonus())
                .param("refund", reckoning.refundMinor())
                .param("kept", reckoning.principalKeptMinor())
                .param("cancelled", reckoning.bonusCancelledMinor())
                .param("balanceBefore", moved.balanceBefore())
                .param("balanceAfter", moved.balanceAfter())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("byKey", actor.key())
                .param("byName", actor.name())
                .param("approverKey", approver == null ? null : approver.key())
                .param("approverName", approver == null ? null : approver.name())
                .query(Long.class)
                .single();
        audit(reversal, cardId);
        return reversed(id, reversal, moved);
    }

    private void audit(Reversal reversal, long cardId) {
        auditLog.record(
                reversal.kind() == ReversalKind.VOID ? "card.topUpVoided" : "card.topUpRefunded",
                "card",
                cardId,
                reversal.topUp().receiptNumber());
    }

    private static ReversedTopUp reversed(long id, Reversal reversal, Posted.Moved moved) {
        TopUpReckoning reckoning = reversal.reckoning();
        return new ReversedTopUp(
                String.valueOf(id),
                reckoning.refundMinor(),
                reckoning.bonusCancelledMinor(),
                reckoning.principalKeptMinor(),
                moved.amount(),
                moved.bonus(),
                moved.balanceBefore(),
                moved.balanceAfter(),
                reversal.topUp().receiptNumber());
    }
}
