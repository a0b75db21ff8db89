package com.regulars.bench;

import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time the application and its PostgreSQL have used so far. On a machine that does other things beside, it
 * says more than the clock.
 */
record CpuTime(Duration application, Duration postgres) {

    private static final long TICKS_PER_SECOND = 100;

    static CpuTime of(RunningApplication application) {
        return new CpuTime(
                application.process().info().totalCpuDuration().orElse(Duration.ZERO),
                application
                        .postmaster()
                        .map(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.children())
                                .mapToLong(process -> ticks(process, process.equals(postmaster)))
                                .sum())
                        .map(ticks -> Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND))
                        .orElse(Duration.ZERO));
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(application.minus(before.application), postgres.minus(before.postgres));
    }

    /** Of both together. */
    double seconds() {
        return application.plus(postgres).toMillis() / 1e3;
    }

    String perPiece(long pieces) {
        return "application %.2f ms, PostgreSQL %.2f ms of processor each"
                .formatted(application.toNanos() / 1e6 / pieces, postgres.toNanos() / 1e6 / pieces);
    }

    /** User and system time; of the postmaster also that of children who have ended. Zero where there is no /proc. */
    private static long ticks(ProcessHandle process, boolean withEnded) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return withEnded ? ticks + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : ticks;
        } catch (IOException gone) {
            return 0;
        }
    }
}
