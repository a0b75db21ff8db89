package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.regulars.shared.RefusedException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests come to a card two at a time, and to others whenever they like. */
class CardTurnsTests {

    private final CardTurns turns = new CardTurns();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        requests.close();
    }

    @Test
    void twoWorkOnACardAtOnceAndNeverThree() throws Exception {
        var atWork = new AtomicInteger();
        var most = new AtomicInteger();
        List<Future<Integer>> all = IntStream.range(0, 200)
                .mapToObj(i -> requests.submit(() -> turns.inTurn(List.of("A"), () -> {
                    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                    Thread.yield();
                    return atWork.decrementAndGet();
                })))
                .toList();
        for (var each : all) {
            each.get();
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void anotherCardDoesNotWait() throws Exception {
        var release = new CountDownLatch(1);
        var held = List.of(hold("A", release), hold("A", release), hold("A", release));
        assertThat(turns.inTurn(List.of("B"), () -> "done")).isEqualTo("done");
        assertThat(held).noneMatch(Future::isDone);
        release.countDown();
        for (var each : held) {
            assertThat(each.get()).isEqualTo("held");
        }
    }

    @Test
    void whoWaitsBehindOneThatWaitedInVainGivesUpWithIt() throws Exception {
        var inFront = new CountDownLatch(2);
        var release = new CountDownLatch(1);
        var front = List.of(fail("A", inFront, release), fail("A", inFront, release));
        inFront.await();
        var arrived = new CountDownLatch(20);
        var behind = IntStream.range(0, 20)
                .mapToObj(i -> requests.submit(() -> {
                    arrived.countDown();
                    return turns.inTurn(List.of("A"), () -> "done");
                }))
                .toList();
        arrived.await();
        while (!allWait(20)) {
            Thread.onSpinWait();
        }
        release.countDown();
        for (var each : front) {
            refused(each);
        }
        for (var each : behind) {
            refused(each);
        }
        assertThat(turns.inTurn(List.of("A"), () -> "free again")).isEqualTo("free again");
    }

    @Test
    void twoCardsInOppositeOrdersDoNotWaitForEachOther() throws Exception {
        var done = IntStream.range(0, 300)
                .mapToObj(i -> requests.submit(
                        () -> turns.inTurn(i % 2 == 0 ? List.of("A", "B") : List.of("B", "A", "B"), () -> i)))
                .toList();
        for (int i = 0; i < done.size(); i++) {
            assertThat(done.get(i).get()).isEqualTo(i);
        }
    }

    @Test
    void aFailureOfTheWorkGivesTheTurnBack() {
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> turns.inTurn(List.of("A"), () -> {
                        throw new IllegalStateException();
                    }));
        }
        assertThat(turns.inTurn(List.of("A"), () -> "done")).isEqualTo("done");
    }

    private boolean allWait(int count) {
        return turns.waitingFor("A") >= count;
    }

    private Future<String> hold(String card, CountDownLatch release) {
        return requests.submit(() -> turns.inTurn(List.of(card), () -> await(release, "held")));
    }

    private Future<String> fail(String card, CountDownLatch atWork, CountDownLatch release) {
        return requests.submit(() -> turns.inTurn(List.of(card), () -> {
            atWork.countDown();
            await(release, "");
            throw new RefusedException(RefusedException.Reason.BUSY, "CARD_BUSY");
        }));
    }

    private static String await(CountDownLatch release, String then) {
        try {
            release.await();
            return then;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void refused(Future<?> request) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(request::get)
                .withCauseInstanceOf(RefusedException.class)
                .withMessageContaining("CARD_BUSY");
    }
}
