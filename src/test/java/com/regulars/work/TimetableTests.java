package com.regulars.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTests {

    @ParameterizedTest
    @CsvSource({
        "0 20 5 * * *, Asia/Shanghai, 2026-11-22T21:20:00Z, 2026-11-23T05:20",
        "0 20 5 * * *, Asia/Shanghai, 2026-11-22T21:19:59Z, 2026-11-22T05:20",
        "0 0 4 1 * *, Asia/Shanghai, 2026-11-22T00:00:00Z, 2026-11-01T04:00",
        "0 0 4 1 1 *, Asia/Shanghai, 2026-11-22T00:00:00Z, 2026-01-01T04:00",
        // the night in which 02:30 does not exist in Berlin
        "0 30 2 * * *, Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-28T02:30",
    })
    void findsTheLastTimeAtOrBeforeNow(String cron, String zone, Instant now, String due) {
        assertThat(new Timetable(cron, ZoneId.of(zone)).lastDue(now)).hasValue(due);
    }

    @ParameterizedTest
    @CsvSource({"-", "0 0 0 30 2 *"})
    void isNeverDueWhenSwitchedOffOrImpossible(String cron) {
        assertThat(new Timetable(cron, ZoneId.of("UTC")).lastDue(Instant.parse("2026-11-22T00:00:00Z")))
                .isEmpty();
    }
}
