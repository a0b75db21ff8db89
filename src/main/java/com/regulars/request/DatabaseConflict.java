package com.regulars.request;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Tells the two failures after which a whole transaction may simply be tried again from all others. */
final class DatabaseConflict {

    /** Serialization failure and deadlock: PostgreSQL chose this transaction to give way. */
    private static final Set<String> GIVE_WAY = Set.of("40001", "40P01");

    private DatabaseConflict() {}

    static boolean isWorthRetrying(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && GIVE_WAY.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Lets the others finish: a random time that grows with each attempt. */
    static void pause(int attempt) {
        try {
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(10, 20L << attempt)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
