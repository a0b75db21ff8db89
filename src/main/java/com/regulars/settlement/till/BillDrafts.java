package com.regulars.settlement.till;

import com.regulars.access.CurrentActor;
import com.regulars.shared.RefusedException;
import com.regulars.shared.stored.StoredJson;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One open bill per cashier and venue. */
@Component
@RequiredArgsConstructor
class BillDrafts {

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final CurrentActor currentActor;
    private final Venues venues;
    private final Clock clock;

    /** The open bill, an empty one when there is none; nothing is written. */
    @Transactional(readOnly = true)
    public BillDraft current(Venue venue) {
        return find(venue, "").orElseGet(() -> BillDraft.empty(""));
    }

    /**
     * Changes the open bill, opening one when there is none.
     *
     * @param seen {@link BillDraft#mark} of the bill as the cashier saw it, null when that does not matter
     * @throws RefusedException {@code BILL_PAID_MEANWHILE} when it has been paid: what is paid never opens again;
     *     {@code BILL_CHANGED_MEANWHILE} when another window changed it in between
     */
    @Transactional
    public BillDraft change(Venue venue, @Nullable String seen, UnaryOperator<BillDraft> change) {
        BillDraft before = lock(venue);
        if (before.hasBeenPaid()) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "BILL_PAID_MEANWHILE", before.billNumber());
        }
        requireSeen(before, seen);
        BillDraft changed = change.apply(before);
        store(venue, changed);
        return changed;
    }

    /** Settling the draft of this request came to an end: paid, or to be tried again; another bill is left alone. */
    @Transactional
    public void concludeAttempt(Venue venue, String requestId, UnaryOperator<BillDraft> conclusion) {
        find(venue, " for update")
                .filter(draft -> draft.requestId().equals(requestId))
                .ifPresent(draft -> store(venue, conclusion.apply(draft)));
    }

    /**
     * Ends the bill on the screen. The number of a bill that was not paid is used for the next, so that none is lost;
     * the bill itself can be brought back until something new is on the next.
     *
     * @throws RefusedException {@code BILL_CHANGED_MEANWHILE} when another window works on another one by now
     */
    @Transactional
    public void next(Venue venue, @Nullable String seen) {
        find(venue, " for update").ifPresent(draft -> {
            requireSeen(draft, seen);
            if (draft.hasBeenPaid()) {
                delete(venue);
            } else {
                store(venue, draft.emptied());
            }
        });
    }

    static void requireSeen(BillDraft draft, @Nullable String seen) {
        if (seen != null && !seen.equals(draft.mark())) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "BILL_CHANGED_MEANWHILE");
        }
    }

    /** The open bill, locked; one that was begun on an earlier day and is still empty takes its number along to this day. */
    private BillDraft lock(Venue venue) {
        return find(venue, " for update").orElseGet(() -> open(venue)).startingOn(today(venue));
    }

    private String today(Venue venue) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(venues.businessDate(venue));
    }

    private void store(Venue venue, BillDraft draft) {
        jdbc.sql("""
                        update settlement_draft set content = cast(:content as json), changed_at = :at
                         where venue_id = :venue and actor_key = :actor
                        """)
                .param("content", json.write(StoredDraft.of(draft)))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("venue", venue.id())
                .param("actor", currentActor.get().key())
                .update();
    }

    private void delete(Venue venue) {
        jdbc.sql("delete from settlement_draft where venue_id = :venue and actor_key = :actor")
                .param("venue", venue.id())
                .param("actor", currentActor.get().key())
                .update();
    }

    /** Two tabs may open at once: the one that came second works on the bill of the first. */
    private BillDraft open(Venue venue) {
        long id = jdbc.sql("select nextval('settlement_draft_seq')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into settlement_draft (id, venue_id, actor_key, content, changed_at)
                        values (:id, :venue, :actor, cast(:content as json), :at)
                        on conflict on constraint settlement_draft_one_per_cashier do nothing
                        """)
                .param("id", id)
                .param("venue", venue.id())
                .param("actor", currentActor.get().key())
                .param("content", json.write(StoredDraft.of(BillDraft.empty(billNumber(venue, id)))))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return find(venue, " for update").orElseThrow();
    }

    private String billNumber(Venue venue, long id) {
        return today(venue) + "-%04d".formatted(id);
    }

    private Optional<BillDraft> find(Venue venue, String lock) {
        return jdbc.sql("select id, content from settlement_draft where venue_id = :venue and actor_key = :actor"
                        + lock)
                .param("venue", venue.id())
                .param("actor", currentActor.get().key())
                .query((row, number) -> json.find(row.getString("content"), StoredDraft.class)
                        .map(StoredDraft::toDraft)
                        .orElse(BillDraft.empty(billNumber(venue, row.getLong("id")))))
                .optional();
    }
}
