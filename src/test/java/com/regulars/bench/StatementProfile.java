package com.regulars.bench;

import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Where PostgreSQL's time goes: {@code pg_stat_statements}, switched on by {@code -Dbench.statements=true}. */
record StatementProfile(RunningApplication application) {

    static boolean isWanted() {
        return Boolean.getBoolean("bench.statements");
    }

    /** Starts the application again with the statistics loaded. */
    void switchOn() throws IOException, InterruptedException {
        application.stop();
        Path custom = application.dataDirectory().resolve("postgres/custom.conf");
        Files.writeString(custom, """
                shared_preload_libraries = 'pg_stat_statements'
                pg_stat_statements.track = all
                pg_stat_statements.track_planning = on
                """);
        application.start();
        execute("create extension if not exists pg_stat_statements");
    }

    void reset() throws IOException {
        execute("select pg_stat_statements_reset()");
    }

    private void execute(String sql) throws IOException {
        try (var connection = application.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    void print(long pieces) throws IOException, SQLException {
        try (var connection = application.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select calls, total_exec_time, total_plan_time, wal_bytes, toplevel,
                               regexp_replace(left(query, 400), '\\s+', ' ', 'g') query
                          from pg_stat_statements order by total_exec_time + total_plan_time desc limit 45
                        """)) {
            while (rows.next()) {
                System.out.printf(
                        "%s %6.2f calls %7.1f µs exec %6.1f µs plan %6.0f B wal  %.150s%n",
                        rows.getBoolean("toplevel") ? "TOP" : "   ",
                        rows.getLong("calls") / (double) pieces,
                        rows.getDouble("total_exec_time") * 1_000 / pieces,
                        rows.getDouble("total_plan_time") * 1_000 / pieces,
                        rows.getDouble("wal_bytes") / pieces,
                        rows.getString("query"));
            }
        }
    }
}
