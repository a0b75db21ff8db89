package com.regulars.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.regulars.bench.MillionGuests.Made;
import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a million guests with twenty million visits cost: the import beside {@code COPY}, the nightly runs beside the bare
 * {@code INSERT … SELECT … GROUP BY} of the same rows, and the pages people open all day.
 */
class MillionBenchmark {

    private static final String FOLDER = System.getProperty("bench.million", "");
    private static final int GUESTS = Integer.getInteger("bench.guests", 1_000_000);
    private static final int NAMES = 40;

    private final List<String> report = new ArrayList<>();

    @Test
    void aMillionGuests() throws Exception {
        assumeFalse(
                FOLDER.isBlank(), "Name a folder that keeps the data (12 GB for a million): -Dbench.million=<folder>");
        Made made = new MillionGuests(Path.of(FOLDER), GUESTS).make();
        report.add("%,d guests, %s".formatted(GUESTS, made.imported()));
        var application = new RunningApplication(Path.of(FOLDER), "-Xmx1g", "-Dregulars.segment.cron=-");
        application.start();
        try (var connection = application.connectAsSuperuser()) {
            nights(new BenchApi(application), connection, made.lastDay());
            pages(application, connection);
        } finally {
            application.stop();
        }
        Report.write("million", String.join(System.lineSeparator(), report));
    }

    private void nights(BenchApi api, Connection connection, LocalDate lastDay) throws Exception {
        forgetRuns(connection, lastDay);
        long bare = Math.min(bare(connection, lastDay), bare(connection, lastDay));
        long first = run(api, connection, lastDay, true);
        long again = Math.min(run(api, connection, lastDay, true), run(api, connection, lastDay, true));
        List<Long> nights = new ArrayList<>();
        for (int night = 1; night <= 3; night++) {
            LocalDate day = lastDay.plusDays(night);
            MillionGuests.execute(
                    connection,
                    MillionGuests.sql("night.sql", Map.of("day", day.toString(), "night", String.valueOf(night))));
            nights.add(run(api, connection, day, false));
        }
        LocalDate last = lastDay.plusDays(3);
        assertThat(api.segmentRun(last.toString(), true).get("changed").asLong())
                .as("guests whom a full run finds elsewhere than the incremental one")
                .isZero();
        long incremental = nights.stream().sorted().toList().get(1);
        report.add(
                "bare INSERT … SELECT … GROUP BY %d ms; first full run %d ms (%.1f times), full again %d ms (%.1f times)"
                        .formatted(bare, first, (double) first / bare, again, (double) again / bare));
        report.add(
                "incremental %s ms, the middle one %.2f of a full run".formatted(nights, (double) incremental / again));
    }

    private static void forgetRuns(Connection connection, LocalDate lastDay) throws SQLException, IOException {
        MillionGuests.execute(connection, MillionGuests.sql("forget-runs.sql", Map.of("lastDay", lastDay.toString())));
        MillionGuests.execute(connection, "vacuum analyze");
    }

    private static long bare(Connection connection, LocalDate lastDay) throws SQLException, IOException {
        MillionGuests.execute(connection, MillionGuests.sql("bare-table.sql", Map.of()));
        MillionGuests.execute(connection, "checkpoint");
        long begin = System.nanoTime();
        MillionGuests.execute(connection, MillionGuests.sql("bare-run.sql", Map.of("lastDay", lastDay.toString())));
        long millis = (System.nanoTime() - begin) / 1_000_000;
        MillionGuests.execute(connection, "drop schema bench cascade");
        return millis;
    }

    private static long run(BenchApi api, Connection connection, LocalDate day, boolean full) throws Exception {
        MillionGuests.execute(connection, "checkpoint");
        return api.segmentRun(day.toString(), full).get("durationMillis").asLong();
    }

    private void pages(RunningApplication application, Connection connection) throws Exception {
        var cards = cards(application, connection);
        MillionGuests.execute(connection, "vacuum analyze");
        var pages = new PageTimes(application);
        pages.signIn("manager", "regulars-demo");
        for (var page : paths(connection, cards).entrySet()) {
            report.add(pages.measure(page.getKey(), page.getValue()));
        }
    }

    private static Map<String, List<String>> paths(Connection connection, List<String> cards) throws SQLException {
        var names = IntStream.range(0, NAMES)
                .mapToObj(i -> new GuestNames(7 + i).next())
                .toList();
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put("home", List.of("/"));
        pages.put("customers, newest", List.of("/customers"));
        pages.put("customers, by name", List.of("/customers?sort=name"));
        pages.put("customers, by movement", List.of("/customers?sort=moved"));
        pages.put("customers, page 400", List.of("/customers?page=400", "/customers?sort=moved&page=400"));
        pages.put(
                "customers, views",
                List.of("/customers?view=best", "/customers?view=lapsed", "/customers?view=birthdays"));
        pages.put("customers, quadrant", List.of("/customers?quadrant=A", "/customers?quadrant=B&quadrant=C"));
        pages.put("customers, stage", List.of("/customers?stage=POTENTIAL", "/customers?stage=ACTING"));
        pages.put("customers, kind", List.of("/customers?kind=ORGANISATION"));
        pages.put(
                "customers, quadrant and stage by movement", List.of("/customers?quadrant=B&stage=ACTING&sort=moved"));
        pages.put(
                "customers, word",
                names.stream()
                        .map(name -> "/customers?q=" + PageTimes.encoded(name))
                        .toList());
        pages.put("guest", guests(connection));
        pages.put("search, two characters", searches(names.stream().map(name -> name.substring(0, 2))));
        pages.put("search, name", searches(names.stream()));
        pages.put("search, given name", searches(names.stream().map(name -> name.substring(1))));
        pages.put(
                "search, pinyin",
                searches(List.of("wangwei", "lifang", "zhangmin", "liujing", "chenli", "yangjun").stream()));
        pages.put(
                "search, phone tail",
                searches(IntStream.range(0, NAMES).mapToObj(i -> String.valueOf(1234 + 137 * i))));
        pages.put("search, card", searches(cards.stream()));
        pages.put("segments", List.of("/segments"));
        pages.put(
                "segments, list",
                List.of("/segments/customers?quadrant=B", "/segments/customers?quadrant=LAPSED&page=9"));
        return pages;
    }

    private static List<String> searches(java.util.stream.Stream<String> words) {
        return words.map(word -> "/search?q=" + PageTimes.encoded(word)).toList();
    }

    private static List<String> guests(Connection connection) throws SQLException {
        return strings(connection, "select '/customers/' || customer_id from visit order by id desc limit " + NAMES);
    }

    /** Numbers of cards; the first time they are issued. */
    private static List<String> cards(RunningApplication application, Connection connection) throws Exception {
        var api = new BenchApi(application);
        List<String> known = strings(connection, "select number from card order by id limit " + NAMES);
        if (!known.isEmpty()) {
            return known;
        }
        application.post("/card-programmes", "million-programme", """
                {"code":"million","name":"储值卡","storedValue":{"topUpTiers":[{"atLeastMinor":1000000,"bonusMinor":200000}],
                 "spendOrder":"PRINCIPAL_FIRST"}}""");
        for (String guest : strings(connection, "select id from customer order by id desc limit " + NAMES)) {
            application.post("/cards", "million-" + guest, """
                    {"customerId":"%s","programmeCode":"million","venueCode":"main"}""".formatted(guest));
        }
        return strings(connection, "select number from card order by id limit " + NAMES);
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
