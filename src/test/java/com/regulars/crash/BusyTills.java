package com.regulars.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.regulars.testing.RunningApplication.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Four tills that send one request after the other, each with a key of its own, until one is not answered. */
final class BusyTills implements AutoCloseable {

    private static final int TILLS = 4;

    private final Request request;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong acknowledged = new AtomicLong();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    /** A request that bears the key. */
    interface Request {

        Answer send(String key) throws IOException, InterruptedException;
    }

    /** Something that ends in an answer or in none. */
    interface Attempt {

        Answer send() throws IOException, InterruptedException;
    }

    BusyTills(Request request) {
        this.request = request;
        for (int till = 0; till < TILLS; till++) {
            threads.add(Thread.ofVirtual().start(this::work));
        }
    }

    void awaitAcknowledged(int count) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> acknowledged.get() >= count || threads.stream().noneMatch(Thread::isAlive));
        assertThat(refused).isEmpty();
        assertThat(unanswered).isEmpty();
    }

    void awaitFailure() {
        await().atMost(Duration.ofMinutes(1)).until(() -> !unanswered.isEmpty());
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long attempted() {
        return acknowledged.get() + unanswered.size();
    }

    /** What a till does after a crash: the same request with the same key. */
    void retryUnanswered() throws IOException, InterruptedException {
        for (String key : unanswered) {
            Answer answer = request.send(key);
            assertThat(answer.status()).as(answer.body()::toString).isEqualTo(201);
        }
    }

    private void work() {
        while (!closed.get()) {
            String key = UUID.randomUUID().toString();
            try {
                if (unanswered(() -> request.send(key))) {
                    unanswered.add(key);
                    return;
                }
                acknowledged.incrementAndGet();
            } catch (AssertionError wrongAnswer) {
                refused.add(String.valueOf(wrongAnswer.getMessage()));
                return;
            }
        }
    }

    /** Whether the attempt ended without an answer to rely on: none at all, or an error of the server. */
    static boolean unanswered(Attempt attempt) {
        try {
            Answer answer = attempt.send();
            boolean failed = answer.status() >= 500;
            assertThat(failed || answer.status() == 201).as(answer::toString).isTrue();
            return failed;
        } catch (IOException lost) {
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
