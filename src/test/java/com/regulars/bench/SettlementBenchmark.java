package com.regulars.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.RunningApplication;
import com.regulars.testing.RunningApplication.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * the same server with the same durability. Prints both and their ratio; asserts only that nothing was refused and that
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
            if (StatementProfile.isWanted()) {
                profile.reset();
            }
            CpuTime before = CpuTime.of(this.application);
            long[] latencies = settleFor(MEASURED);
            String cpu = CpuTime.of(this.application).since(before).perPiece(latencies.length);
            if (StatementProfile.isWanted()) {
                profile.print(latencies.length);
            }
            double application = latencies.length / (double) MEASURED.toSeconds();
            CpuTime beforeBare = CpuTime.of(this.application);
            double bare = BareServer.of(this.application).transactionsPerSecond(CLIENTS, MEASURED);
            long bareCount = Math.round(bare * (MEASURED.toSeconds() + BareServer.WARM_UP.toSeconds()));
            String bareCpu = CpuTime.of(this.application).since(beforeBare).perPiece(bareCount);
            assertThat(this.application
                            .get("/ledger/verification")
                            .body()
                            .get("ok")
                            .asBoolean())
                    .isTrue();
            report(latencies, application, bare, cpu, bareCpu);
        } finally {
            application.stop();
        }
    }

    private static void report(long[] latencies, double application, double bare, String cpu, String bareCpu)
            throws IOException {
        Arrays.sort(latencies);
        Report.write(
                "settlements",
                "%d clients, %d s: %.0f settlements/s through HTTP (median %.1f ms, p95 %.1f ms, p99 %.1f ms); "
                                .formatted(
                                        CLIENTS,
                                        MEASURED.toSeconds(),
                                        application,
                                        percentile(latencies, 50),
                                        percentile(latencies, 95),
                                        percentile(latencies, 99))
                        + "pgbench writing the same rows %.0f/s; ratio %.2f; per settlement: %s; per row set of pgbench: %s"
                                .formatted(bare, application / bare, cpu, bareCpu));
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private long[] settleFor(Duration time) throws Exception {
        var over = new AtomicBoolean();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var running = new ArrayList<Future<List<Long>>>();
            for (int client = 0; client < CLIENTS; client++) {
                running.add(clients.submit(() -> settleUntil(over)));
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

    private List<Long> settleUntil(AtomicBoolean over) throws IOException {
        var latencies = new ArrayList<Long>();
        try (var till = KeptConnection.to(application)) {
            while (!over.get()) {
                String card = cards.get(ThreadLocalRandom.current().nextInt(CARDS));
                long begin = System.nanoTime();
                String answer = till.post(
                        "/settlements", UUID.randomUUID().toString(), """
                    {"venueCode":"main","billNumber":"%s","cardNumber":"%s","payBy":"BALANCE","expectedPayableMinor":1000,
                     "lines":[{"name":"面","quantity":1,"unitPriceMinor":600},{"name":"茶","quantity":2,"unitPriceMinor":200}],
                     "tenders":[{"type":"STORED_VALUE","amountMinor":1000,"cardNumber":"%s"}]}
                    """.formatted(UUID.randomUUID(), card, card));
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
