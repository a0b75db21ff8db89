package com.regulars.shift;

import com.regulars.access.ActedBy;
import com.regulars.access.CurrentActor;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes how a shift ended and what was said about it afterwards. */
@Repository
@RequiredArgsConstructor
class ClosingStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CurrentActor currentActor;
    private final Clock clock;

    /**
     * Writes the end of a shift in which no money moves any more; what should be in the drawer is summed here from the
     * books and the drawer's own rows.
     */
    void write(Shift shift, CashCount count, Instant at) {
        ActedBy by = currentActor.acted();
        jdbc.sql("""
                        insert into shift_closing (shift_id, closed_at, closed_by_key, closed_by_name, postings, float_minor,
                               cash_taken_minor, cash_in_minor, cash_out_minor, expected_cash_minor, counted_cash_minor,
                               difference_minor)
                        select :shift, :at, :key, :name, coalesce(b.postings, 0), :float, coalesce(b.cash_minor, 0),
                               d.cash_in, d.cash_out, e.minor, :counted, :counted - e.minor
                          from (select coalesce(sum(amount_minor) filter (where direction = 'IN'), 0)::bigint as cash_in,
                                       coalesce(sum(amount_minor) filter (where direction = 'OUT'), 0)::bigint as cash_out
                                  from shift_cash_movement where shift_id = :shift) d
                          left join ledger_v_shift_cash b on b.shift_id = :shift
                          cross join lateral (select :float + coalesce(b.cash_minor, 0) + d.cash_in - d.cash_out as minor) e
                        """)
                .param("shift", shift.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("key", by.key())
                .param("name", by.name())
                .param("float", shift.floatMinor())
                .param("counted", count.totalMinor())
                .update();
        batches.batchUpdate(
                "insert into shift_counted (shift_id, value_minor, pieces) values (?, ?, ?)",
                count.pieces().stream()
                        .map(each -> new Object[] {shift.id(), each.valueMinor(), each.count()})
                        .toList());
    }

    void explain(long shiftId, String reason) {
        ActedBy by = currentActor.acted();
        jdbc.sql("""
                        insert into shift_explanation (id, shift_id, reason, at, given_by_key, given_by_name)
                        values (nextval('shift_explanation_seq'), :shift, :reason, :at, :key, :name)
                        """)
                .param("shift", shiftId)
                .param("reason", reason)
                .param("at", now())
                .param("key", by.key())
                .param("name", by.name())
                .update();
    }

    /**
     * @param toKey who signed, or null when nobody did
     * @return false when it was handed over before
     */
    boolean handOver(long shiftId, @Nullable String toKey, String toName, long leftMinor, @Nullable Long nextShiftId) {
        ActedBy by = currentActor.acted();
        return jdbc.sql("""
                        insert into shift_handover (shift_id, to_key, to_name, left_minor, next_shift_id, at, given_by_key,
                                                    given_by_name)
                        values (:shift, :toKey, :toName, :left, :next, :at, :key, :name)
                        on conflict on constraint shift_handover_pk do nothing
                        """)
                        .param("shift", shiftId)
                        .param("toKey", toKey)
                        .param("toName", toName)
                        .param("left", leftMinor)
                        .param("next", nextShiftId)
                        .param("at", now())
                        .param("key", by.key())
                        .param("name", by.name())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
