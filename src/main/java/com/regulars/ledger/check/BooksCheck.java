package com.regulars.ledger.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks every law, each in one statement. All of them see one state of the books when the transaction gives them one. */
@Repository
@RequiredArgsConstructor
class BooksCheck {

    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final Laws laws;

    Proof run() {
        // The statements join whole tables: with little memory they would go through files. One processor is enough for
        // them;
        // the others belong to the tills.
        jdbc.sql("""
                        select set_config('work_mem', '128MB', true),
                               set_config('max_parallel_workers_per_gather', '0', true)
                        """).query((row, number) -> true).single();
        var proof = jdbc.sql("""
                        select (select count(*) from ledger_posting) as postings,
                               (select count(*) from ledger_account) as accounts
                        """)
                .query((row, number) -> new Proof(row.getLong("postings"), row.getLong("accounts")))
                .single();
        laws.all().forEach(law -> ask(law, proof));
        return proof;
    }

    private void ask(Law law, Proof proof) {
        jdbc.sql(law.statement() + " order by subject_id, detail")
                .withFetchSize(ROWS_AT_A_TIME)
                .query(row -> {
                    proof.add(finding(law, row));
                });
    }

    private static Finding finding(Law law, ResultSet row) throws SQLException {
        return new Finding(
                law.name(),
                row.getString("subject"),
                row.getLong("subject_id"),
                Objects.requireNonNullElse(row.getString("label"), ""),
                row.getString("detail"),
                holders(row),
                row.getString("expected"),
                row.getString("found"));
    }

    private static List<Long> holders(ResultSet row) throws SQLException {
        return Arrays.stream((Long[]) row.getArray("holders").getArray())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Parks all accounts of these holders; returns how many were not parked before. */
    int park(Collection<Long> holders) {
        return holders.isEmpty()
                ? 0
                : jdbc.sql("""
                        update ledger_account set parked = true
                        where id in (select id from ledger_account
                                     where holder_id = any (:holders) and not parked order by id for no key update)
                        """).param("holders", holders.toArray(Long[]::new)).update();
    }
}
