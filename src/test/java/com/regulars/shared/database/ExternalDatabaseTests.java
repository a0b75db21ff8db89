package com.regulars.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.regulars.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** An external PostgreSQL with one account alone, and servers that are refused. */
class ExternalDatabaseTests {

    private static final String DATABASE = "external";

    @BeforeAll
    static void makeAccounts() throws SQLException {
        TestDatabase.url(DATABASE);
        try (var superuser = TestDatabase.connectAsSuperuser(DATABASE)) {
            execute(superuser, "drop role if exists one_for_all, mere_owner");
            execute(superuser, "create role one_for_all superuser login password 'only-for-tests'");
            execute(superuser, "create role mere_owner login password 'only-for-tests'");
        }
    }

    @Test
    void worksAsALesserRoleWhenTheOneAccountMayMakeIt() throws SQLException {
        DatabaseAccess access = accessOf("one_for_all");
        migrate(access);
        try (var session = access.connectAsApplication("regulars tests")) {
            assertThat(single(session, "select current_user")).isEqualTo("regulars_app");
            assertThat(single(session, "select count(*) from venue")).isEqualTo("0");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(session, "delete from audit_line"))
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void worksAsTheOneAccountWhenItMayMakeNoRole() throws SQLException {
        DatabaseAccess access = accessOf("mere_owner");
        assertThat(access.role()).isNull();
        try (var session = access.connectAsApplication("regulars tests")) {
            assertThat(single(session, "select current_user")).isEqualTo("mere_owner");
        }
    }

    @Test
    void refusesAServerThatForgetsCommits() throws SQLException {
        try (var session = DriverManager.getConnection(
                TestDatabase.url(DATABASE), TestDatabase.username(), TestDatabase.password())) {
            assertThatNoException().isThrownBy(() -> Durability.require(session));
            execute(session, "set synchronous_commit = off");
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> Durability.require(session))
                    .withMessageContaining("synchronous_commit is off");
        }
    }

    private static DatabaseAccess accessOf(String account) throws SQLException {
        return new ExternalDatabaseConfiguration().externalAccess(new OneAccount(account), null, "");
    }

    private static MigrateResult migrate(DatabaseAccess access) {
        return Flyway.configure()
                .dataSource(access.url(), access.owner().name(), access.owner().password())
                .callbacks(new ApplicationGrants(access.role()))
                .load()
                .migrate();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private record OneAccount(String name) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return name;
        }

        @Override
        public String getPassword() {
            return TestDatabase.password();
        }

        @Override
        public String getJdbcUrl() {
            return TestDatabase.url(DATABASE);
        }
    }
}
