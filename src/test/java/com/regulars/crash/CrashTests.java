package com.regulars.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.regulars.testing.RunningApplication;
import com.regulars.testing.RunningApplication.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged is there after every kind of death, and what was not can be asked again without being booked
 * twice. Each test finds the application running and leaves it running.
 */
class CrashTests {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    static RunningApplication application;

    private String card;

    @BeforeAll
    static void start() throws Exception {
        application = new RunningApplication(home, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m")
                .with(HaltBeforeAnswer.class, HaltBeforeAnswer.Halting.class);
        application.start();
    }

    @AfterAll
    static void stop() throws Exception {
        application.stop();
        assertThat(application.postmaster())
                .as("PostgreSQL stops with the application")
                .isEmpty();
    }

    @Test
    void keepsEverythingWhenStoppedAndStartedAgain() throws Exception {
        openCard();
        assertThat(topUp("stop-" + card).status()).isEqualTo(201);
        application.stop();
        assertThat(application.postmaster()).isEmpty();
        application.start();
        assertThat(balance()).isEqualTo(TOP_UP);
    }

    @Test
    void losesNothingAcknowledgedWhenTheApplicationIsKilled() throws Exception {
        openCard();
        try (var tills = new BusyTills(this::topUp)) {
            tills.awaitAcknowledged(20);
            application.kill();
            application.start();
            thenEveryTopUpIsBookedOnce(tills);
        }
    }

    @Test
    void losesNothingAcknowledgedWhenPostgresIsKilledAndComesBackByItself() throws Exception {
        openCard();
        try (var tills = new BusyTills(this::topUp)) {
            tills.awaitAcknowledged(20);
            application.killPostgres();
            tills.awaitFailure();
            await().atMost(Duration.ofMinutes(1)).until(application::isReady);
            thenEveryTopUpIsBookedOnce(tills);
        }
    }

    @Test
    void losesNothingAcknowledgedWhenBothAreKilled() throws Exception {
        openCard();
        try (var tills = new BusyTills(this::topUp)) {
            tills.awaitAcknowledged(20);
            ProcessHandle postmaster = application.postmaster().orElseThrow();
            application.kill();
            postmaster.destroyForcibly();
            application.start();
            thenEveryTopUpIsBookedOnce(tills);
        }
    }

    @Test
    void repeatsTheFirstAnswerWhenKilledBetweenCommitAndAnswer() throws Exception {
        openCard();
        assertThat(topUp("before-" + card).status()).isEqualTo(201);
        String key = "halted-" + card;
        application.arm();
        assertThat(BusyTills.unanswered(() -> settle(key, HaltBeforeAnswer.HEADER, "yes")))
                .isTrue();
        assertThat(application.awaitExit()).isEqualTo(HaltBeforeAnswer.EXIT_CODE);
        application.disarm();
        application.start();

        Answer retried = settle(key);
        assertThat(retried.status()).as(retried.body()::toString).isEqualTo(201);
        assertThat(retried.replayed()).isTrue();
        assertThat(balance()).isEqualTo(TOP_UP - BILL);
        assertThat(settle(key).body()).isEqualTo(retried.body());
        thenTheBooksAreClean();
    }

    private static final long TOP_UP = 100_00;
    private static final long BILL = 10_00;

    private void thenEveryTopUpIsBookedOnce(BusyTills tills) throws Exception {
        tills.close();
        assertThat(balance()).isBetween(tills.acknowledged() * TOP_UP, tills.attempted() * TOP_UP);
        tills.retryUnanswered();
        assertThat(balance()).isEqualTo(tills.attempted() * TOP_UP);
        thenTheBooksAreClean();
    }

    private void thenTheBooksAreClean() throws Exception {
        var books = application.get("/ledger/verification").body();
        assertThat(books.get("ok").asBoolean()).as(books::toString).isTrue();
    }

    /** A guest with a stored-value card, fresh for each test. */
    private void openCard() throws Exception {
        String name = "crash" + UUID.randomUUID().toString().substring(0, 8);
        create("/card-programmes", """
                {"code":"%s","name":"储值卡","storedValue":{"topUpTiers":[],"spendOrder":"PRINCIPAL_FIRST"}}
                """.formatted(name));
        String customer = create("/customers", """
                {"kind":"PERSON","name":"张三"}""").body().get("id").asString();
        card = create("/cards", """
                {"customerId":"%s","programmeCode":"%s","venueCode":"main"}""".formatted(customer, name))
                .body()
                .get("number")
                .asString();
    }

    private static Answer create(String path, String body) throws IOException, InterruptedException {
        Answer answer = application.post(path, UUID.randomUUID().toString(), body);
        assertThat(answer.status()).as(answer.body()::toString).isEqualTo(201);
        return answer;
    }

    private Answer topUp(String key) throws IOException, InterruptedException {
        return application.post("/cards/" + card + "/top-ups", key, """
                {"venueCode":"main","amountMinor":%d,"tender":{"type":"CASH"}}""".formatted(TOP_UP));
    }

    private Answer settle(String key, String... headers) throws IOException, InterruptedException {
        return application.post("/settlements", key, """
                {"venueCode":"main","billNumber":"%s","cardNumber":"%s","payBy":"BALANCE","expectedPayableMinor":%3$d,
                 "lines":[{"name":"面","quantity":1,"unitPriceMinor":%3$d}],
                 "tenders":[{"type":"STORED_VALUE","amountMinor":%3$d,"cardNumber":"%2$s"}]}
                """.formatted(key, card, BILL), headers);
    }

    private long balance() throws IOException, InterruptedException {
        var answer = application.get("/cards/" + card);
        assertThat(answer.status()).as(answer.body()::toString).isEqualTo(200);
        return answer.body().get("principalMinor").asLong();
    }
}
