package com.regulars.work;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A lock of the database that a running job holds on a connection of its own: it ends with the process, however that ends. */
final class JobLock implements AutoCloseable {

    /** Keeps the numbers of jobs apart from other users of advisory locks. */
    static final int SPACE = 0x6A6F62;

    private final Connection connection;
    private final long jobId;

    private JobLock(Connection connection, long jobId) {
        this.connection = connection;
        this.jobId = jobId;
    }

    static JobLock take(DataSource dataSource, long jobId) throws SQLException {
        var connection = dataSource.getConnection();
        call(connection, "select pg_advisory_lock(?, ?)", jobId);
        return new JobLock(connection, jobId);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            call(connection, "select pg_advisory_unlock(?, ?)", jobId);
        }
    }

    private static void call(Connection connection, String sql, long jobId) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, SPACE);
            statement.setInt(2, Math.toIntExact(jobId));
            statement.execute();
        }
    }
}
