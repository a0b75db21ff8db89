package com.regulars.work;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/**
 * The locks of the database that this node's jobs hold: they end with the process, however that ends. One connection
 * holds them all, so that a long queue of jobs leaves the other connections to the tills.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class JobLocks {

    /** Keeps the numbers of jobs apart from other users of advisory locks. */
    static final int SPACE = 0x6A6F62;

    private final DataSource dataSource;

    private @Nullable Connection connection;
    private int held;

    synchronized void take(long jobId) {
        try {
            Connection holder = connection == null ? dataSource.getConnection() : connection;
            connection = holder;
            call(holder, "select pg_advisory_lock(?, ?)", jobId);
            held++;
        } catch (SQLException failed) {
            closeUnlessHeld();
            throw new CannotGetJdbcConnectionException("No lock for job " + jobId, failed);
        }
    }

    synchronized void release(long jobId) {
        held--;
        if (connection != null) {
            try {
                call(connection, "select pg_advisory_unlock(?, ?)", jobId);
            } catch (SQLException gone) {
                log.warn("The lock of job {} went with its connection", jobId, gone);
            }
        }
        closeUnlessHeld();
    }

    private void closeUnlessHeld() {
        if (held > 0 || connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException gone) {
            log.warn("The connection of the job locks was gone", gone);
        }
        connection = null;
    }

    private static void call(Connection connection, String sql, long jobId) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, SPACE);
            statement.setInt(2, Math.toIntExact(jobId));
            statement.execute();
        }
    }
}
