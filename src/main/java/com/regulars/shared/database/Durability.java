package com.regulars.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/** Refuses a server that may forget a committed payment when the power fails. */
final class Durability {

    private Durability() {}

    /** @param connection a session such as the application works with, because some settings differ by role */
    static void require(Connection connection) throws SQLException {
        var off = new ArrayList<String>();
        for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            try (var statement = connection.createStatement();
                    var answer = statement.executeQuery("show " + setting)) {
                answer.next();
                if ("off".equals(answer.getString(1))) {
                    off.add(setting);
                }
            }
        }
        if (!off.isEmpty()) {
            throw new StartRefusedException(
                    "The database server could lose committed payments: " + String.join(", ", off) + " is off.",
                    "Switch it on at the server (and for the role and the database the application uses) and start again.");
        }
    }
}
