package com.regulars.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.RunningApplication;
import com.regulars.testing.RunningApplication.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A million postings, made by SQL as the application would have written them: how long the job takes to seal them and a
 * verification to prove them, twice, by the clock and by the processor. Asserts only that the books are clean and
 * everything is sealed.
 */
class VerificationBenchmark {

    /** Where the data lie from run to run; made anew each time when it is empty. */
    private static final String FOLDER = System.getProperty("bench.postings", "");

    private static final int MILLION = 1_000_000;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @TempDir
    Path nowhere;

    private RunningApplication application;

    @Test
    void aMillionPostings() throws Exception {
        Path home = FOLDER.isBlank() ? nowhere : Path.of(FOLDER);
        application = new RunningApplication(home, "-Xmx512m", "-Dregulars.ledger-seal.cron=0/5 * * * * *");
        application.start();
        try (var connection = application.connectAsSuperuser()) {
            if (number(connection, "select count(*) from ledger_posting") < MILLION) {
                seed();
                awaitSealed(connection);
                make(connection);
                awaitSealed(connection);
            }
            double sealed = sealing(connection);
            String first = verify();
            String again = verify();
            Report.write(
                    "verification",
                    "%d postings verified in %s, again in %s; sealed in %.1f s, %.0f postings/s"
                            .formatted(
                                    number(connection, "select count(*) from ledger_posting"),
                                    first,
                                    again,
                                    sealed,
                                    MILLION / sealed));
        } finally {
            application.stop();
        }
    }

    private String verify() throws IOException, InterruptedException {
        CpuTime before = CpuTime.of(application);
        long begin = System.nanoTime();
        JsonNode result = new BenchApi(application).get("/ledger/verification");
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertThat(result.get("ok").asBoolean()).as(result.toString()).isTrue();
        assertThat(result.get("postings").asLong()).isGreaterThan(MILLION);
        return "%.1f s (%.1f s of processor)"
                .formatted(seconds, CpuTime.of(application).since(before).seconds());
    }

    /** A programme with stored value and points, and a card that paid once, so that everything has been written before. */
    private void seed() throws IOException, InterruptedException {
        create("/card-programmes", """
                {"code":"bench","name":"储值卡","storedValue":{"topUpTiers":[{"atLeastMinor":1000000,"bonusMinor":200000}],
                 "spendOrder":"PROPORTIONAL"},"points":{"earnPerMinor":{"points":1,"perMinor":100},"redeemMinorPerPoint":1,"validMonths":12}}""");
        String customer = create("/customers", """
                {"kind":"PERSON","name":"客人"}""").body().get("id").asString();
        String card =
                create("/cards", """
                {"customerId":"%s","programmeCode":"bench","venueCode":"main"}""".formatted(customer)).body().get("number").asString();
        create("/cards/" + card + "/top-ups", """
                {"venueCode":"main","amountMinor":1000000,"tender":{"type":"CASH"}}""");
    }

    private Answer create(String path, String body) throws IOException, InterruptedException {
        Answer answer = application.post(path, UUID.randomUUID().toString(), body);
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
        return answer;
    }

    /** The postings are given transactions of their own, so some must have been: numbers are used up first. */
    private static void make(Connection connection) throws SQLException, IOException {
        for (int used = 0; used < 500; used++) {
            number(connection, "select pg_current_xact_id()::text::bigint");
        }
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(resource());
            connection.commit();
        }
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static void awaitSealed(Connection connection) throws SQLException, InterruptedException {
        while (number(
                        connection,
                        "select count(*) from ledger_posting p"
                                + " where not exists (select from ledger_sealed s where s.posting_id = p.id)")
                > 0) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static double sealing(Connection connection) throws SQLException {
        return number(connection, """
                        select (extract(epoch from max(at) - (select max(started_at) from work_job
                                where kind = 'ledger-seal' and started_at < (select min(at) from ledger_seal where postings > 100)))
                               * 1000)::bigint
                          from ledger_seal where postings > 100
                        """) / 1e3;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String resource() throws IOException {
        try (var in = VerificationBenchmark.class.getResourceAsStream("/bench/postings.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
