package com.regulars.shared.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Connections beside the pool, for what keeps one as long as the application runs. They work as the application does. */
public interface DatabaseConnections {

    /** @param name how the database's own lists show the connection */
    Connection open(String name) throws SQLException;
}
