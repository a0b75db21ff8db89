package com.regulars.ledger.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Asks the laws of the books. All of them see one state of the books when the transaction gives them one; a second
 * transaction can be shown the same state and take some of the laws off the first.
 */
@Repository
@RequiredArgsConstructor
class BooksCheck {

    private static final int ROWS_AT_A_TIME = 500;
    private static final int POSTINGS_AT_A_TIME = 200_000;

    private final JdbcClient jdbc;
    private final Laws laws;

    /** Asks all laws here and now. */
    Proof run() {
        Proof proof = begin();
        ask(laws(), proof);
        return proof;
    }

    /** The laws to be asked; whoever takes one off asks it. */
    Queue<Law> laws() {
        return new ConcurrentLinkedQueue<>(laws.all());
    }

    Proof begin() {
        return jdbc.sql("""
                        select (select count(*) from ledger_posting) as postings,
                               (select count(*) from ledger_account) as accounts
                        """)
                .query((row, number) -> new Proof(row.getLong("postings"), row.getLong("accounts")))
                .single();
    }

    /** A name under which another transaction can see what this one sees, as long as this one lasts. */
    String state() {
        return jdbc.sql("select pg_export_snapshot()").query(String.class).single();
    }

    /** Sees from the beginning of this transaction on what another one sees. */
    void see(String state) {
        if (!state.matches("[0-9A-F-]+")) {
            throw new IllegalArgumentException(state);
        }
        jdbc.sql("set transaction snapshot '" + state + "'").update();
    }

    /** Asks laws until none is left. */
    void ask(Queue<Law> open, Proof proof) {
        prepare();
        List<Long> ends = open.isEmpty() ? List.of() : ends();
        for (Law law = open.poll(); law != null; law = open.poll()) {
            ask(law, ends, proof);
        }
    }

    /** The statements join whole tables: with little memory they would go through files. */
    private void prepare() {
        jdbc.sql("""
                        select set_config('work_mem', '128MB', true),
                               set_config('max_parallel_workers_per_gather', '0', true)
                        """).query((row, number) -> true).single();
    }

    /** The last posting of each range; of the last range, any number. */
    private List<Long> ends() {
        List<Long> ends = new ArrayList<>(jdbc.sql("""
                        select id from (select id, row_number() over (order by id) as number from ledger_posting) posting
                         where number % :some = 0 order by id
                        """)
                .param("some", POSTINGS_AT_A_TIME)
                .query(Long.class)
                .list());
        ends.add(Long.MAX_VALUE);
        return ends;
    }

    private void ask(Law law, List<Long> ends, Proof proof) {
        if (!law.byPosting()) {
            ask(law, law.statement(), proof);
            return;
        }
        long first = Long.MIN_VALUE;
        for (long last : ends) {
            ask(law, law.statement(first, last), proof);
            first = last == Long.MAX_VALUE ? last : last + 1;
        }
    }

    private void ask(Law law, String statement, Proof proof) {
        jdbc.sql(statement + " order by subject_id, detail")
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
