package com.regulars.shift;

import com.regulars.shared.NotFoundException;
import com.regulars.shift.CashCount.Pieces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a shift with its drawer. Says nothing of what should be in the drawer of an open one. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class ShiftReader {

    private final JdbcClient jdbc;
    private final Shifts shifts;
    private final CashDrawer drawer;

    /** @throws NotFoundException when there is no such shift in a venue of the actor */
    public ShiftDetails get(long id) {
        Shift shift = shifts.get(id);
        return new ShiftDetails(
                shift,
                drawer.of(shift),
                closing(id).orElse(null),
                explanations(id),
                handover(id).orElse(null));
    }

    /** What came in and went back by each means of payment but cash. */
    public List<NonCash> nonCash(Shift shift) {
        return jdbc.sql("""
                        select account_kind, count(*) filter (where amount < 0) as taken,
                               coalesce(-sum(amount) filter (where amount < 0), 0)::bigint as minor,
                               count(*) filter (where amount > 0) as back,
                               coalesce(sum(amount) filter (where amount > 0), 0)::bigint as back_minor
                          from ledger_v_moved
                         where shift_id = :shift
                           and account_kind in ('BANK_CARD', 'WECHAT', 'ALIPAY', 'ON_ACCOUNT', 'OTHER_TENDER')
                         group by account_kind order by account_kind
                        """)
                .param("shift", shift.id())
                .query((row, number) -> new NonCash(
                        row.getString("account_kind"),
                        row.getLong("taken"),
                        row.getLong("minor"),
                        row.getLong("back"),
                        row.getLong("back_minor")))
                .list();
    }

    private Optional<Closing> closing(long id) {
        return jdbc.sql("select * from shift_closing where shift_id = :id")
                .param("id", id)
                .query((row, number) -> closing(row, pieces(id)))
                .optional();
    }

    private static Closing closing(ResultSet row, List<Pieces> pieces) throws SQLException {
        return new Closing(
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getString("closed_by_name"),
                row.getLong("postings"),
                row.getLong("float_minor"),
                row.getLong("cash_taken_minor"),
                row.getLong("cash_in_minor"),
                row.getLong("cash_out_minor"),
                row.getLong("expected_cash_minor"),
                row.getLong("difference_minor"),
                new CashCount(row.getLong("counted_cash_minor"), pieces));
    }

    private List<Pieces> pieces(long id) {
        return jdbc.sql("select value_minor, pieces from shift_counted where shift_id = :id order by value_minor desc")
                .param("id", id)
                .query((row, number) -> new Pieces(row.getLong("value_minor"), row.getLong("pieces")))
                .list();
    }

    private List<Explanation> explanations(long id) {
        return jdbc.sql("select reason, at, given_by_name from shift_explanation where shift_id = :id order by id")
                .param("id", id)
                .query((row, number) -> new Explanation(
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("given_by_name")))
                .list();
    }

    private Optional<Handover> handover(long id) {
        return jdbc.sql("select * from shift_handover where shift_id = :id")
                .param("id", id)
                .query((row, number) -> new Handover(
                        row.getString("to_name"),
                        row.getString("to_key") != null,
                        row.getLong("left_minor"),
                        row.getObject("next_shift_id", Long.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("given_by_name")))
                .optional();
    }
}
