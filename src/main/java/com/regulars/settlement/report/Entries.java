package com.regulars.settlement.report;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.ledger.PostingKind;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.quote.QuoteStep.Rule;
import com.regulars.settlement.report.Stretch.OfShift;
import com.regulars.shift.Shift;
import com.regulars.shift.Shifts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The facts behind each figure of a report; what they come to is the figure. */
@Service
@RequiredArgsConstructor
@Requires(Permission.BILL_READ)
@Transactional(readOnly = true)
public class Entries {

    private final JdbcClient jdbc;
    private final Shifts shifts;
    private final CurrentActor currentActor;

    /** Facts of one kind that a means of payment took part in; null stands for every one. */
    public List<Entry> moved(long shiftId, @Nullable PostingKind kind, @Nullable TenderType tender) {
        Shift shift = shifts.get(shiftId);
        if (shift.isOpen() && (tender == null || tender == TenderType.CASH)) {
            currentActor.require(Permission.SHIFT_REVIEW);
        }
        return moved(new OfShift(shiftId), kind, tender);
    }

    /** Bills on which a rule gave something away. */
    public List<Entry> discounted(long shiftId, Rule rule) {
        Shift shift = shifts.get(shiftId);
        return discounted(new OfShift(shift.id()), rule);
    }

    List<Entry> moved(Stretch stretch, @Nullable PostingKind kind, @Nullable TenderType tender) {
        return jdbc.sql("""
                        select m.kind, m.at, m.actor_name, m.minor, coalesce(s.receipt_number, o.receipt_number,
                                   u.receipt_number, m.reference) as label,
                               case when s.id is not null then '/settlements/' || s.id
                                    when o.id is not null then '/settlements/' || o.id
                                    when u.id is not null then '/cards/top-ups/' || u.id end as page
                          from (select posting_id, kind, reference, at, actor_name, (-sum(amount))::bigint as minor
                                  from ledger_v_moved
                                 where %s and %s and (cast(:kind as varchar) is null or kind = :kind)
                                   and (%s = cast(:tender as varchar) or cast(:tender as varchar) is null
                                        and account_kind not in ('PRINCIPAL', 'BONUS', 'ON_ACCOUNT'))
                                 group by posting_id, kind, reference, at, actor_name) m
                          left join settlement s on s.posting_id = m.posting_id
                          left join settlement_refund r on r.posting_id = m.posting_id
                          left join settlement o on o.id = r.settlement_id
                          left join card_v_top_up u on u.posting_id = m.posting_id
                         order by m.at, m.posting_id
                        """.formatted(stretch.condition(), FigureQueries.PAYING, FigureQueries.TENDER))
                .params(stretch.params())
                .param("kind", kind == null ? null : kind.name())
                .param("tender", tender == null ? null : tender.name())
                .query(Entries::entry)
                .list();
    }

    List<Entry> discounted(Stretch stretch, Rule rule) {
        String column = switch (rule) {
            case MEMBER_PRICE -> "member_price_saving_minor";
            case DISCOUNT -> "discount_minor";
            case COUPON -> "coupon_minor";
            case POINTS -> "points_minor";
            case ROUNDING -> "rounding_minor";
            case LIST_PRICE -> "list_total_minor";
            case PAYABLE, POINTS_EARNED, VISIT_BONUS -> "payable_minor";
        };
        return jdbc.sql("""
                        select 'BILL' as kind, settled_at as at, settled_by_name as actor_name, %s as minor,
                               receipt_number as label, '/settlements/' || id as page
                          from settlement where %s and %s <> 0 order by id
                        """.formatted(column, stretch.condition(), column))
                .params(stretch.params())
                .query(Entries::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                PostingKind.valueOf(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("label"),
                row.getString("page"),
                row.getString("actor_name"),
                row.getLong("minor"));
    }
}
