package com.regulars.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.RunningApplication;
import com.regulars.testing.RunningApplication.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A card that somebody holds on to: who wants it is told so after three seconds, and nobody else waits. */
class BusyCardLongTests {

    private static final int QUEUE = 40;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    private static RunningApplication house;
    private static String programme;

    @BeforeAll
    static void start() throws Exception {
        house = new RunningApplication(home, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");
        house.start();
        programme = "busy-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(post("/card-programmes", """
                {"code":"%s","name":"卡","storedValue":{"topUpTiers":[],"spendOrder":"PRINCIPAL_FIRST"}}
                """.formatted(programme)).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() throws Exception {
        house.stop();
    }

    @Test
    void fortyRequestsForOneHeldCardMakeNoOtherCardWait() throws Exception {
        String held = card();
        String other = card();
        assertThat(settle(other, UUID.randomUUID().toString()).status()).isEqualTo(201);
        try (Connection database = house.connectAsSuperuser();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            database.setAutoCommit(false);
            lock(database, held);
            var sent = new CountDownLatch(QUEUE);
            List<String> keys = IntStream.range(0, QUEUE)
                    .mapToObj(i -> UUID.randomUUID().toString())
                    .toList();
            List<Future<Answer>> waiting = keys.stream()
                    .map(key -> threads.submit(() -> {
                        sent.countDown();
                        return settle(held, key);
                    }))
                    .toList();
            sent.await();

            assertThat(settle(other, UUID.randomUUID().toString()).status()).isEqualTo(201);
            assertThat(waiting).noneMatch(Future::isDone);

            for (Future<Answer> each : waiting) {
                assertThat(each.get().status()).isEqualTo(503);
                assertThat(each.get().body().get("code").asString()).isEqualTo("CARD_BUSY");
            }
            database.rollback();
            assertThat(settle(held, keys.getFirst()).status()).isEqualTo(201);
        }
        assertThat(house.get("/cards/" + held).body().get("principalMinor").asLong())
                .isEqualTo(99_900);
    }

    private static void lock(Connection database, String card) throws SQLException {
        try (var statement = database.prepareStatement("""
                select a.id from ledger_account a join card c on c.id = a.holder_id where c.number = ? for update of a
                """)) {
            statement.setString(1, card);
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    private static String card() throws Exception {
        String guest = post("/customers", "{\"kind\":\"PERSON\",\"name\":\"客人\"}")
                .body()
                .get("id")
                .asString();
        String card = post("/cards", """
                {"customerId":"%s","programmeCode":"%s","venueCode":"main"}
                """.formatted(guest, programme))
                .body()
                .get("number")
                .asString();
        assertThat(post("/cards/" + card + "/top-ups", """
                {"venueCode":"main","amountMinor":100000,"tender":{"type":"CASH"}}""").status()).isEqualTo(201);
        return card;
    }

    private static Answer settle(String card, String key) throws Exception {
        return house.post("/settlements", key, """
                {"venueCode":"main","billNumber":"%s","lines":[{"name":"菜","quantity":1,"unitPriceMinor":100}],"cardNumber":"%s",
                 "expectedPayableMinor":100,"tenders":[{"type":"STORED_VALUE","amountMinor":100}]}
                """.formatted(key, card));
    }

    private static Answer post(String path, String body) throws Exception {
        return house.post(path, UUID.randomUUID().toString(), body);
    }
}
