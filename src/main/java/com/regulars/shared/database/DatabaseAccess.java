package com.regulars.shared.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, who owns the tables and as whom the application works.
 *
 * @param url JDBC URL
 * @param owner runs the migrations
 * @param application signs in for everything else
 * @param role what the application works as, owning nothing; null when it has to work as the owner
 */
record DatabaseAccess(
        String url,
        DatabaseAccount owner,
        DatabaseAccount application,
        @Nullable String role) {

    static final String OWNER = "regulars_owner";
    static final String APPLICATION = "regulars_app";

    /**
     * What every session of the application starts with. Waiting for a lock ends before people and tills give up; a
     * transaction that forgets to end does not hold its locks for good.
     */
    String sessionOptions() {
        String timeouts = "-c lock_timeout=15s -c idle_in_transaction_session_timeout=5min";
        boolean assumes = role != null && !role.equals(application.name());
        return assumes ? timeouts + " -c role=" + role : timeouts;
    }

    Connection connectAsApplication(String name) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", application.name());
        properties.setProperty("password", application.password());
        properties.setProperty("options", sessionOptions());
        properties.setProperty("ApplicationName", name);
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }
}
