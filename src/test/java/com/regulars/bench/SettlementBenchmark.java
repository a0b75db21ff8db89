package com.regulars.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.RunningApplication;
import com.regulars.testing.RunningApplication.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Settlements per second through HTTP with eight clients, beside a {@code pgbench} script that writes the same rows on
 * the same server with the same durability; all on one till, then each on its own. Prints both and their ratio; asserts only that nothing was refused and that
 * the books are clean.
 */
class SettlementBenchmark {

    private static final int CLIENTS = 8;
    private static final int CARDS = 400;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmUp", 75));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("bench.seconds", 30));

    @TempDir
    Path home;

    private RunningApplication application;
    private final List<String> cards = new ArrayList<>();
    private final List<Long> shifts = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();
    private final Map<String, Double> rates = new HashMap<>();

    @Test
    void settlementsPerSecond() throws Exception {
        application = new RunningApplication(home, "-Xmx1g");
        application.start();
        try {
            var profile = new StatementProfile(application);
            if (StatementProfile.isWanted()) {
                profile.switchOn();
            }
            openCards();
            settleFor(WARM_UP);
            measure("one till", profile);
            openTills();
            measure("eight tills", profile);
            assertThat(application.get("/ledger/verification").body().get("ok").asBoolean())
                    .isTrue();
            measureBare("one till", 1);
            measureBare("eight tills", CLIENTS);
            Report.write("settlements", String.join("; ", figures));
        } finally {
            application.stop();
        }
    }

    private void measure(String tills, StatementProfile profile) throws Exception {
        if (StatementProfile.isWanted()) {
            profile.reset();
        }
        CpuTime before = CpuTime.of(application);
        long[] latencies = settleFor(MEASURED);
        String cpu = CpuTime.of(application).since(before).perPiece(latencies.length);
        if (StatementProfile.isWanted()) {
            profile.print(latencies.length);
        }
        Arrays.sort(latencies);
        rates.put(tills, latencies.length / (double) MEASURED.toSeconds());
        figures.add(
                "%d clients, %s, %d s: %.0f settlements/s through HTTP (median %.1f ms, p95 %.1f ms, p99 %.1f ms), %s"
                        .formatted(
                                CLIENTS,
                                tills,
                                MEASURED.toSeconds(),
                                rates.get(tills),
                                percentile(latencies, 50),
                                percentile(latencies, 95),
                                percentile(latencies, 99),
                                cpu));
    }

    private void measureBare(String tills, int number) throws Exception {
        CpuTime before = CpuTime.of(application);
        double bare = BareServer.of(application).transactionsPerSecond(CLIENTS, number, MEASURED);
        long count = Math.round(bare * (MEASURED.toSeconds() + BareServer.WARM_UP.toSeconds()));
        figures.add("pgbench writing the same rows, %s: %.0f/s, %s; ratio %.2f"
                .formatted(
                        tills, bare, CpuTime.of(application).since(before).perPiece(count), rates.get(tills) / bare));
    }

    /** A till for each client: shifts of the client that settles, opened as a cashier would. */
    private void openTills() throws IOException, SQLException {
        try (var connection = application.connectAsSuperuser();
                var statement = connection.createStatement();
                var opened = statement.executeQuery("""
                        insert into shift (id, venue_id, till, business_date, opened_at, opened_by_key, opened_by_name)
                        select nextval('shift_seq'), venue_id, 'till-' || n, business_date, opened_at, opened_by_key,
                               opened_by_name
                          from shift, generate_series(1, %d) n where till = 'api'
                        returning id
                        """.formatted(CLIENTS))) {
            while (opened.next()) {
                shifts.add(opened.getLong("id"));
            }
        }
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private long[] settleFor(Duration time) throws Exception {
        var over = new AtomicBoolean();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var running = new ArrayList<Future<List<Long>>>();
            for (int client = 0; client < CLIENTS; client++) {
                String shift = shifts.isEmpty() ? "" : "\"shiftId\":\"%d\",".formatted(shifts.get(client));
                running.add(clients.submit(() -> settleUntil(over, shift)));
            }
            Thread.sleep(time);
            over.set(true);
            var all = new ArrayList<Long>();
            for (var client : running) {
                all.addAll(client.get());
            }
            return all.stream().flatMapToLong(LongStream::of).toArray();
        }
    }

    private List<Long> settleUntil(AtomicBoolean over, String shift) throws IOException {
        var latencies = new ArrayList<Long>();
        try (var till = KeptConnection.to(application)) {
            while (!over.get()) {
                String card = cards.get(ThreadLocalRandom.current().nextInt(CARDS));
                long begin = System.nanoTime();
                String answer = till.post("/settlements", UUID.randomUUID().toString(), """
                    {%s"venueCode":"main","billNumber":"%s","cardNumber":"%s","payBy":"BALANCE","expectedPayableMinor":1000,
                     "lines":[{"name":"面","quantity":1,"unitPriceMinor":600},{"name":"茶","quantity":2,"unitPriceMinor":200}],
                     "tenders":[{"type":"STORED_VALUE","amountMinor":1000,"cardNumber":"%s"}]}
                    """.formatted(
                                shift, UUID.randomUUID(), card, card));
                latencies.add(System.nanoTime() - begin);
                assertThat(answer).startsWith("201 ");
            }
        }
        return latencies;
    }

    private void openCards() throws IOException, InterruptedException {
        create("/card-programmes", """
                {"code":"bench","name":"储值卡","storedValue":{"topUpTiers":[{"atLeastMinor":1000000,"bonusMinor":200000}],
                 "spendOrder":"PRINCIPAL_FIRST"}}""");
        for (int number = 0; number < CARDS; number++) {
            String customer =
                    create("/customers", """
                    {"kind":"PERSON","name":"客人 %d"}""".formatted(number)).body().get("id").asString();
            String card = create("/cards", """
                    {"customerId":"%s","programmeCode":"bench","venueCode":"main"}""".formatted(customer))
                    .body()
                    .get("number")
                    .asString();
            create("/cards/" + card + "/top-ups", """
                    {"venueCode":"main","amountMinor":1000000,"tender":{"type":"CASH"}}""");
            cards.add(card);
        }
    }

    private Answer create(String path, String body) throws IOException, InterruptedException {
        Answer answer = application.post(path, UUID.randomUUID().toString(), body);
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
        return answer;
    }
}
