package com.regulars.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * All rows of a database as text, in the order in which the tables were made: {@code table <name> (<columns>)} or {@code
 * sequence <name> <value>}, the rows as COPY writes them, and {@code \.}. What belongs to one server only – who is signed
 * in, transaction numbers, what Flyway noted – is left out.
 */
final class Rows {

    private static final String END = "\\.";

    private Rows() {}

    static void write(Connection superuser, OutputStream out) throws SQLException, IOException {
        for (String table : strings(superuser, """
                select relname || ' (' || columns || ')'
                  from pg_class c
                 cross join lateral (select string_agg(attname, ', ' order by attnum) as columns
                                       from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
                                        and attgenerated = '' and atttypid <> 'xid8'::regtype)
                 where relnamespace = 'public'::regnamespace and relkind = 'r'
                   and relname <> 'flyway_schema_history' and relname not like 'spring_session%'
                 order by c.oid
                """)) {
            var rows = new StringWriter();
            superuser.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
            if (!rows.toString().isEmpty()) {
                line(out, "table " + table);
                out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
                line(out, END);
            }
        }
        for (String sequence : strings(superuser, """
                select sequencename || ' ' || last_value from pg_sequences
                 where schemaname = 'public' and last_value is not null order by 1
                """)) {
            line(out, "sequence " + sequence);
        }
    }

    /** As restoring a backup does it: foreign keys are not looked at, what is enforced always is. */
    static void load(Connection superuser, InputStream in) throws SQLException, IOException {
        superuser.setAutoCommit(false);
        execute(superuser, "set local session_replication_role = replica");
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("table ")) {
                    copy(superuser, line.substring(6), rows(lines));
                } else {
                    String[] words = line.split(" ");
                    execute(superuser, "select setval('%s', %s)".formatted(words[1], words[2]));
                }
            }
        }
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    /** What migrations have put in is replaced where that is allowed, and is the same where it is not. */
    private static void copy(Connection superuser, String table, String rows) throws SQLException, IOException {
        String name = table.substring(0, table.indexOf(' '));
        execute(
                superuser,
                "create temporary table loading (like %s including defaults) on commit drop".formatted(name));
        for (String notNull : strings(superuser, """
                select attname from pg_attribute where attrelid = 'loading'::regclass and attnotnull and attnum > 0
                """)) {
            execute(superuser, "alter table loading alter %s drop not null".formatted(notNull));
        }
        superuser
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy loading %s from stdin".formatted(table.substring(name.length())), new StringReader(rows));
        var kept = superuser.setSavepoint();
        try {
            execute(superuser, "delete from " + name);
        } catch (SQLException refused) {
            superuser.rollback(kept);
        }
        String columns = table.substring(name.length() + 2, table.length() - 1);
        execute(
                superuser,
                "insert into %s (%s) overriding system value select %s from loading on conflict do nothing"
                        .formatted(name, columns, columns));
        execute(superuser, "drop table loading");
    }

    private static String rows(BufferedReader lines) throws IOException {
        var rows = new StringBuilder();
        for (String line = lines.readLine(); !END.equals(line); line = lines.readLine()) {
            rows.append(line).append('\n');
        }
        return rows.toString();
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        var strings = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
