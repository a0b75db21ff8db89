package com.regulars.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegularsTest
class StatementCountTests {

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void listsWhatThisThreadSends() {
        assertThat(StatementCount.during(() -> {
                    jdbc.queryForObject("select 1", Integer.class);
                    jdbc.queryForObject("select ?::int", Integer.class, 2);
                    StatementCountTests.inAnotherThread(() -> jdbc.queryForObject("select 3", Integer.class));
                }))
                .containsExactly("select 1", "select ?::int");
    }

    @Test
    void countsABatchOnceForItGoesOnce() {
        assertThat(StatementCount.during(() -> jdbc.batchUpdate(
                        "delete from work_job where id = -?::bigint", List.of(new Object[] {1}, new Object[] {2}))))
                .hasSize(1);
    }

    private static void inAnotherThread(Runnable work) throws InterruptedException {
        Thread other = new Thread(work);
        other.start();
        other.join();
    }
}
