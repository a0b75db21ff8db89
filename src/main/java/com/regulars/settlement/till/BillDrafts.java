package com.regulars.settlement.till;

import com.regulars.access.CurrentActor;
import com.regulars.shared.stored.StoredJson;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
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

    /** Changes the open bill, opening one when there is none. */
    @Transactional
    public BillDraft change(Venue venue, UnaryOperator<BillDraft> change) {
        BillDraft before = find(venue, " for update").orElseGet(() -> open(venue));
        BillDraft changed = change.apply(before);
        jdbc.sql("""
                        update settlement_draft set content = cast(:content as json), changed_at = :at
                         where venue_id = :venue and actor_key = :actor
                        """)
                .param("content", json.write(StoredDraft.of(changed)))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("venue", venue.id())
                .param("actor", currentActor.get().key())
                .update();
        return changed;
    }

    @Transactional
    public void discard(Venue venue) {
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
        return DateTimeFormatter.BASIC_ISO_DATE.format(venues.businessDate(venue)) + "-%04d".formatted(id);
    }

    private Optional<BillDraft> find(Venue venue, String lock) {
        return jdbc.sql("select content from settlement_draft where venue_id = :venue and actor_key = :actor" + lock)
                .param("venue", venue.id())
                .param("actor", currentActor.get().key())
                .query(String.class)
                .optional()
                .map(content -> json.find(content, StoredDraft.class)
                        .map(StoredDraft::toDraft)
                        .orElseGet(() -> BillDraft.empty("")));
    }
}
