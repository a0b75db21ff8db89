package com.regulars.segment.rating;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of a run, in its transaction; what it works with lies in temporary tables until that ends. */
@Component
@RequiredArgsConstructor
class RunStatements {

    /** Every figure but the average, which follows from them. */
    static final String FIGURES =
            "visits, spend_minor, lifetime_visits, lifetime_spend_minor, year_spend_minor, last_visit_on";

    private final JdbcClient jdbc;

    int run(String sql, Map<String, ?> params) {
        return jdbc.sql(sql).params(params).update();
    }

    /** Makes a temporary table with a column {@code customer_id} and lets the planner know whom it names. */
    void make(String table, String query, Map<String, ?> params) {
        run("create temporary table " + table + " on commit drop as " + query, params);
        analyze(table);
    }

    /** The planner need not know more of a temporary table than how many guests it names. */
    void analyze(String table) {
        jdbc.sql("analyze " + table + " (customer_id)").update();
    }
}
