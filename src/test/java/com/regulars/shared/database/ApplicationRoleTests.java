package com.regulars.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.regulars.testing.RegularsTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application owns nothing and cannot rewrite history, whatever its code tries. */
@RegularsTest
class ApplicationRoleTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void theApplicationOwnsNoTable() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("regulars_app");
        assertThat(jdbc.sql("select count(*) from pg_class where relowner = current_user::regrole")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theApplicationCannotChangeTheSchema() {
        refused("create table sneaked_in (id bigint)");
        refused("drop table venue");
        refused("alter table venue disable trigger all");
        refused("update flyway_schema_history set checksum = 0");
    }

    @Test
    void theApplicationCannotRewriteTheAuditLog() {
        refused("update audit_line set detail = ''");
        refused("delete from audit_line");
        refused("truncate audit_line");
    }

    @Test
    void theApplicationMayChangeOrdinaryRows() {
        assertThat(jdbc.sql("update venue set name = name where code = 'nowhere'")
                        .update())
                .isZero();
    }

    /** A table that is renamed without its name in the list would silently become changeable. */
    @Test
    void everyInsertOnlyTableExists() {
        assertThat(jdbc.sql("select relname from pg_class where relnamespace = 'public'::regnamespace")
                        .query(String.class)
                        .list())
                .containsAll(ApplicationGrants.INSERT_ONLY);
    }

    @Test
    void everyInsertOnlyTableIsInsertOnly() {
        List<String> writable = jdbc.sql("""
                        select relname from pg_class
                         where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                           and relname = any (array[:names])
                           and (has_table_privilege(oid, 'update') or has_table_privilege(oid, 'delete')
                                or has_table_privilege(oid, 'truncate'))
                        """)
                .param("names", ApplicationGrants.INSERT_ONLY)
                .query(String.class)
                .list();
        assertThat(writable).isEmpty();
    }

    @Test
    void theApplicationCannotRewriteBillsAndTopUps() {
        refused("update settlement set payable_minor = 0");
        refused("update settlement_line set list_minor = 0");
        refused("update settlement_tender set type = 'CASH'");
        refused("update card_top_up set principal_minor = 0");
        refused("update ledger_lot set amount = 0");
        for (String table :
                List.of("settlement", "settlement_line", "settlement_tender", "card_top_up", "ledger_lot")) {
            refused("delete from " + table);
        }
    }

    /** Refunds and reprints count in these columns, and in no other of their tables. */
    @Test
    void theApplicationChangesWhatRefundsAndReprintsCount() {
        assertThat(jdbc.sql("""
                                select c.relname || '.' || a.attname
                                  from pg_class c join pg_attribute a on a.attrelid = c.oid
                                 where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                                   and c.relname in (:tables) and a.attnum > 0 and not a.attisdropped
                                   and has_column_privilege(c.oid, a.attnum, 'update')
                                """)
                        .param("tables", ApplicationGrants.CHANGEABLE.keySet())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        ApplicationGrants.changeableColumns().toList());
    }

    @Test
    void sessionsGiveUpWaitingForLocksOnlyAfterTheQueueHadItsTime() {
        assertThat(jdbc.sql("show lock_timeout").query(String.class).single()).isEqualTo("15s");
        assertThat(jdbc.sql("show idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("5min");
    }

    private void refused(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .as(sql)
                .isThrownBy(() -> jdbc.sql(sql).update())
                .havingRootCause()
                .withMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
