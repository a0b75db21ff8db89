package com.regulars.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import lombok.extern.slf4j.Slf4j;

/** The two roles of Regulars: one owns the tables and runs migrations, the other works with them and owns nothing. */
@Slf4j
final class DatabaseRoles {

    private DatabaseRoles() {}

    /** Makes the role, or gives it this password. */
    static void ensureLogin(Connection superuser, DatabaseAccount account) throws SQLException {
        String verb =
                exists(superuser, "select 1 from pg_roles where rolname = ?", account.name()) ? "alter" : "create";
        execute(superuser, verb + " role " + quoted(account.name()) + " login password '" + account.password() + "'");
    }

    /** Makes the database when it is not there. */
    static void ensureDatabase(Connection superuser, String name, String owner) throws SQLException {
        if (!exists(superuser, "select 1 from pg_database where datname = ?", name)) {
            execute(superuser, "create database " + quoted(name) + " owner " + quoted(owner));
        }
    }

    /**
     * The role the application may slip into when only one account was given; empty when that account may neither make
     * it nor use it.
     */
    static Optional<String> assumable(Connection connection) {
        try {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", DatabaseAccess.APPLICATION)) {
                execute(connection, "create role " + DatabaseAccess.APPLICATION + " nologin");
            }
            execute(connection, "grant " + DatabaseAccess.APPLICATION + " to current_user");
            return Optional.of(DatabaseAccess.APPLICATION);
        } catch (SQLException refused) {
            log.warn(
                    "The database account may not make the role {} ({}): the application works as the owner of its "
                            + "tables. Make the role, or give two accounts as docs/operations.md describes.",
                    DatabaseAccess.APPLICATION,
                    refused.getMessage());
            return Optional.empty();
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
