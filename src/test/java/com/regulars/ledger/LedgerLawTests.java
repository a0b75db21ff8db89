package com.regulars.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.regulars.testing.RegularsTest;
import com.regulars.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** What the database itself refuses, even to a superuser, whom no grant holds back. */
@RegularsTest
@TestPropertySource(properties = "regulars.test.database=ledger_laws")
class LedgerLawTests {

    Connection owner;

    @BeforeEach
    void connectAsOwner() throws SQLException {
        owner = TestDatabase.connectAsSuperuser("ledger_laws");
        owner.setAutoCommit(false);
        run("insert into venue (id, code, name, zone) values (1, 'v', 'v', 'UTC') on conflict do nothing");
        owner.commit();
    }

    @AfterEach
    void disconnect() throws SQLException {
        owner.close();
    }

    @Test
    void accepts_a_posting_that_sums_to_zero() throws SQLException {
        post("(1, -100), (7, 100)");
        owner.commit();
    }

    @Test
    void refuses_a_posting_that_does_not_sum_to_zero() throws SQLException {
        refuses("does not sum to zero", () -> post("(1, -100), (7, 99)"));
    }

    @Test
    void sums_each_unit_on_its_own() throws SQLException {
        refuses("does not sum to zero", () -> post("(1, -100), (21, 100)"));
    }

    @Test
    void refuses_an_entry_on_no_account() throws SQLException {
        refuses("does not exist", () -> post("(1, -100), (-7, 100)"));
    }

    @Test
    void refuses_lopsided_entries_even_for_a_moment() throws SQLException {
        long posting = newPosting();
        refuses(
                "does not sum to zero",
                () -> run("insert into ledger_entry (posting_id, account_id, amount) values (" + posting + ", 1, -5)"));
    }

    @Test
    void refuses_a_posting_without_entries() throws SQLException {
        newPosting();
        refuses("has no entries", owner::commit);
    }

    @Test
    void refuses_an_entry_that_comes_later() throws SQLException {
        long posting = post("(1, -100), (7, 100)");
        owner.commit();
        refuses(
                "is closed",
                () -> run("insert into ledger_entry (posting_id, account_id, amount) values (" + posting + ", 1, -5), ("
                        + posting + ", 7, 5)"));
    }

    @Test
    void nobody_can_pretend_that_a_posting_is_his() throws SQLException {
        newPosting();
        assertThat(text("select (made_in = pg_current_xact_id())::text from ledger_posting order by id desc limit 1"))
                .isEqualTo("true");
        refuses("ledger is only added to", () -> run("update ledger_posting set made_in = pg_current_xact_id()"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_posting set reference = 'x'",
                "delete from ledger_posting",
                "truncate ledger_posting cascade",
                "update ledger_entry set amount = 1",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "update ledger_draw set amount = 1",
                "delete from ledger_draw",
                "truncate ledger_draw"
            })
    void refuses_to_change_what_was_posted(String sql) throws SQLException {
        post("(1, -100), (7, 100)");
        insertLotAndDraw();
        owner.commit();
        refuses("only added to", () -> run(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger_entry set amount = 1", "delete from ledger_entry", "truncate ledger_entry"})
    void refuses_it_even_to_a_replica(String sql) throws SQLException {
        post("(1, -100), (7, 100)");
        run("set local session_replication_role = replica");
        refuses("only added to", () -> run(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_account set unit = 'POINTS' where id = 1",
                "delete from ledger_account where id = 1",
                "insert into ledger_account (id, kind, unit, holder_id, balance) values (999, 'BONUS', 'CURRENCY', 1, -1)",
                "insert into ledger_account (id, kind, unit, holder_id, balance) values (999, 'CASH', 'CURRENCY', 1, 0)"
            })
    void refuses_accounts_that_cannot_be(String sql) {
        assertThatThrownBy(() -> run(sql)).isInstanceOf(SQLException.class);
    }

    private long post(String entries) throws SQLException {
        long posting = newPosting();
        run("insert into ledger_entry (posting_id, account_id, amount) select " + posting
                + ", account, amount from (values " + entries + ") as v (account, amount)");
        return posting;
    }

    private long newPosting() throws SQLException {
        return Long.parseLong(text("""
                insert into ledger_posting (kind, reference, venue_id, business_date, at, actor_key, actor_name)
                values ('BILL', 'test', 1, current_date, now(), 'SYSTEM:0', 'test') returning id
                """));
    }

    private void insertLotAndDraw() throws SQLException {
        run("""
                insert into ledger_lot (posting_id, account_id, amount, amount_left, rule, earned_on, usable_from)
                select max(id), 1, 5, 5, 'test', current_date, current_date from ledger_posting
                """);
        run("""
                insert into ledger_draw (posting_id, lot_id, amount)
                select (select max(id) from ledger_posting), max(id), 1 from ledger_lot
                """);
    }

    private void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void refuses(String message, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(SQLException.class).hasMessageContaining(message);
    }
}
