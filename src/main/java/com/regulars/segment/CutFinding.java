package com.regulars.segment;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the lines between the quadrants (R5.2). A percentile is {@code percentile_disc} over the guests with a visit in
 * the window, so it is a value that occurs. A percentile on the lowest occurring value separates nothing and moves up to
 * the next value that occurs; where no other occurs it stays.
 */
@Component
@RequiredArgsConstructor
class CutFinding {

    private final JdbcClient jdbc;

    /** @param figures the table to look in */
    Cuts find(CutRule rule, String figures) {
        return switch (rule) {
            case CutRule.Fixed fixed -> new Cuts(fixed.visits(), fixed.spendMinor());
            case CutRule.Percentile percentile ->
                new Cuts(
                        percentile(figures, "visits", percentile.visits()),
                        percentile(figures, "average_minor", percentile.spend()));
        };
    }

    private @Nullable Long percentile(String figures, String column, int percent) {
        var found = jdbc.sql("""
                        select percentile_disc(cast(:share as double precision)) within group (order by %1$s), min(%1$s)
                          from %2$s where visits > 0
                        """.formatted(column, figures))
                .param("share", percent / 100.0)
                .query((row, number) -> new Long[] {row.getObject(1, Long.class), row.getObject(2, Long.class)})
                .single();
        Long cut = found[0];
        return cut != null && cut.equals(found[1]) ? nextAbove(figures, column, cut) : cut;
    }

    private Long nextAbove(String figures, String column, long cut) {
        return jdbc.sql("select coalesce(min(%1$s), :cut) from %2$s where visits > 0 and %1$s > :cut"
                        .formatted(column, figures))
                .param("cut", cut)
                .query(Long.class)
                .single();
    }
}
