package com.regulars.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which steps of the demo are loaded, and when the load began. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoMarks {

    private static final String BEGUN = "begun";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** When the load began; what is made up counts back from here, also when the load goes on another day. */
    Instant begin() {
        if (!isDone(BEGUN)) {
            done(BEGUN);
        }
        return jdbc.sql("select done_at from demo_step where step = :step")
                .param("step", BEGUN)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    boolean isDone(String step) {
        return jdbc.sql("select exists (select from demo_step where step = :step)")
                .param("step", step)
                .query(Boolean.class)
                .single();
    }

    void done(String step) {
        jdbc.sql("insert into demo_step (step, done_at) values (:step, :now)")
                .param("step", step)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
