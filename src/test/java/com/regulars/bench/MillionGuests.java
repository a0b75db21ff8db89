package com.regulars.bench;

import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;

/**
 * A brand with a million guests and twenty million visits in five years, made once: the guests by the real import, beside
 * {@code COPY} of the rows it wrote; the visits by SQL, as nobody would wait for them to happen.
 */
final class MillionGuests {

    private static final List<String> TABLES = List.of("customer", "customer_term", "visit_mark");

    private final Path folder;
    private final int guests;

    /** @param folder kept from run to run */
    MillionGuests(Path folder, int guests) {
        this.folder = folder;
        this.guests = guests;
    }

    /** What is known of the data that lie in the folder. */
    record Made(LocalDate lastDay, String imported) {}

    Made make() throws Exception {
        Path note = folder.resolve("made.properties");
        if (Files.exists(note)) {
            return read(note);
        }
        Files.createDirectories(folder);
        var application = new RunningApplication(folder, "-Xmx256m", "-Dregulars.segment.cron=-");
        application.start();
        try (var connection = application.connectAsSuperuser()) {
            String imported = importGuests(application, connection);
            LocalDate lastDay = LocalDate.now(ZoneOffset.UTC).minusDays(4);
            makeVisits(connection, lastDay);
            write(note, new Made(lastDay, imported));
        } finally {
            application.stop();
        }
        return read(note);
    }

    private String importGuests(RunningApplication application, Connection connection) throws Exception {
        double rate = new BenchApi(application).imports("/imports/customers", csv());
        execute(connection, "vacuum analyze");
        Duration copied = copyOfTheFinishedRows(connection);
        double copyRate = guests * 1e9 / copied.toNanos();
        return "import with a heap of 256 MB %.0f guests/s, COPY of the finished rows %.0f guests/s, so %.1f times"
                .formatted(rate, copyRate, copyRate / rate);
    }

    private Path csv() throws IOException {
        Path file = folder.resolve("guests.csv");
        var names = new GuestNames(1);
        var random = new SplittableRandom(2);
        try (var out = Files.newBufferedWriter(file)) {
            out.write("external_ref,name,phone,gender,birthday,email,kind\n");
            for (int guest = 0; guest < guests; guest++) {
                out.write("G%d,%s,%s,%s,%s,,%s\n"
                        .formatted(
                                guest,
                                names.next(),
                                random.nextInt(10) == 0 ? "" : "138%08d".formatted(guest),
                                random.nextBoolean() ? "F" : "M",
                                random.nextInt(3) == 0 ? LocalDate.ofEpochDay(random.nextInt(-10_000, 13_000)) : "",
                                random.nextInt(50) == 0 ? "ORGANISATION" : "PERSON"));
            }
        }
        return file;
    }

    /** Into tables with the same columns, checks, keys and indexes. */
    private Duration copyOfTheFinishedRows(Connection connection) throws SQLException {
        execute(connection, "create schema bench");
        for (String table : TABLES) {
            execute(connection, "create table bench.%1$s (like public.%1$s including all)".formatted(table));
            execute(connection, "copy public.%1$s to '%2$s'".formatted(table, file(table)));
        }
        execute(
                connection,
                "alter table bench.customer_term add foreign key (customer_id) references bench.customer (id)");
        execute(
                connection,
                "alter table bench.visit_mark add foreign key (customer_id) references bench.customer (id)");
        execute(connection, "checkpoint");
        long begin = System.nanoTime();
        for (String table : TABLES) {
            execute(connection, "copy bench.%s from '%s'".formatted(table, file(table)));
        }
        long end = System.nanoTime();
        execute(connection, "drop schema bench cascade");
        for (String table : TABLES) {
            file(table).toFile().delete();
        }
        return Duration.ofNanos(end - begin);
    }

    private Path file(String table) {
        return folder.toAbsolutePath().resolve(table + ".copy");
    }

    private static void makeVisits(Connection connection, LocalDate lastDay) throws IOException, SQLException {
        List<String> indexes = new ArrayList<>();
        try (var rows = connection
                .createStatement()
                .executeQuery("select indexname, indexdef from pg_indexes where tablename = 'visit'"
                        + " and indexname not in (select conname from pg_constraint)")) {
            while (rows.next()) {
                execute(connection, "drop index " + rows.getString(1));
                indexes.add(rows.getString(2));
            }
        }
        execute(connection, sql("visits.sql", Map.of("lastDay", lastDay.toString())));
        for (String index : indexes) {
            execute(connection, index);
        }
        execute(connection, "vacuum analyze");
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A script of the benchmarks with {@code :name} replaced. */
    static String sql(String name, Map<String, String> values) throws IOException {
        try (var in = MillionGuests.class.getResourceAsStream("/bench/" + name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var value : values.entrySet()) {
                text = text.replace(":" + value.getKey(), value.getValue());
            }
            return text;
        }
    }

    private Made read(Path note) throws IOException {
        var known = new Properties();
        try (var in = Files.newBufferedReader(note)) {
            known.load(in);
        }
        if (!known.getProperty("guests").equals(String.valueOf(guests))) {
            throw new IllegalStateException(
                    "%s holds %s guests, not %d".formatted(folder, known.getProperty("guests"), guests));
        }
        return new Made(LocalDate.parse(known.getProperty("lastDay")), known.getProperty("imported"));
    }

    private void write(Path note, Made made) throws IOException {
        var known = new Properties();
        known.setProperty("guests", String.valueOf(guests));
        known.setProperty("lastDay", made.lastDay().toString());
        known.setProperty("imported", made.imported());
        var text = new StringWriter();
        known.store(text, null);
        Files.writeString(note, text.toString());
    }
}
