package com.regulars.shared.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.regulars.shared.broadcast.Broadcast;
import com.regulars.shared.broadcast.ListeningNode;
import com.regulars.shared.database.DatabaseConnections;
import com.regulars.testing.RegularsTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database; time stands still on both, so that what is forgotten was forgotten because it was told. */
@RegularsTest
class SharedCacheTests {

    private static final String KEY = "key";

    @Autowired
    Broadcast broadcast;

    @Autowired
    DatabaseConnections database;

    @Autowired
    TransactionTemplate transaction;

    private final String name = "test" + UUID.randomUUID();
    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void readsOnceUntilFiveSecondsHavePassed() {
        var cache = node().<String, Integer>make(name, 10, key -> stored.incrementAndGet());
        assertThat(cache.get(KEY)).isEqualTo(1);
        nanos.set(Duration.ofMillis(4_999).toNanos());
        assertThat(cache.get(KEY)).isEqualTo(1);
        nanos.set(Duration.ofSeconds(5).toNanos());
        assertThat(cache.get(KEY)).isEqualTo(2);
    }

    @Test
    void forgetsWhatAnotherNodeChanged() {
        var here = node();
        var cache = cache(here);
        var elsewhere = cache(node());
        assertThat(cache.get(KEY)).isZero();
        try (var listening = ListeningNode.start(database, here)) {
            awaitForgotten(cache, 1); // because it begins to listen
            stored.set(2);
            assertThat(cache.get(KEY)).isEqualTo(1);
            transaction.executeWithoutResult(status -> elsewhere.changed());
            awaitForgotten(cache, 2);
        }
    }

    @Test
    void doesNotForgetAgainWhenItHearsOfItsOwnChange() throws Exception {
        var here = node();
        var cache = cache(here);
        try (var listening = ListeningNode.start(database, here)) {
            awaitForgotten(cache, 1);
            transaction.executeWithoutResult(status -> cache.changed());
            assertThat(cache.get(KEY)).isEqualTo(1);
            stored.set(2);
            awaitHeard(here);
            assertThat(cache.get(KEY)).isEqualTo(1);
        }
    }

    @Test
    void forgetsEverythingWhenItMayHaveMissedAChange() throws Exception {
        var here = node();
        var cache = cache(here);
        assertThat(cache.get(KEY)).isZero();
        try (var listening = ListeningNode.start(database, here)) {
            awaitForgotten(cache, 1);
            stored.set(2);
            assertThat(cache.get(KEY)).isEqualTo(1);
            ListeningNode.cutAll();
            awaitForgotten(cache, 2);
        }
    }

    @Test
    void showsTheTransactionOfTheChangeItsOwnWritingAndNobodyElse() {
        var cache = cache(node());
        assertThat(cache.get(KEY)).isZero();
        transaction.executeWithoutResult(status -> {
            stored.set(7);
            cache.changed();
            assertThat(cache.get(KEY)).isEqualTo(7);
            assertThat(onAnotherThread(cache)).isZero();
            stored.set(0);
            status.setRollbackOnly();
        });
        assertThat(cache.get(KEY)).isZero();
    }

    @Test
    void doesNotKeepWhatWasReadAcrossAChange() {
        List<SharedCache<String, Integer>> itself = new ArrayList<>();
        SharedCache<String, Integer> cache = node().make(name, 10, key -> {
            int old = stored.getAndSet(1);
            if (old == 0) {
                itself.getFirst().changed();
            }
            return old;
        });
        itself.add(cache);
        assertThat(cache.get(KEY)).isZero();
        assertThat(cache.get(KEY)).isEqualTo(1);
    }

    /** Waits until the node has heard all that was told before. */
    private void awaitHeard(SharedCaches here) {
        String later = name + "later";
        var reads = new AtomicInteger();
        var last = here.<String, Integer>make(later, 1, key -> reads.incrementAndGet());
        var elsewhere = node().<String, Integer>make(later, 1, key -> 0);
        assertThat(last.get(KEY)).isEqualTo(1);
        transaction.executeWithoutResult(status -> elsewhere.changed());
        await().untilAsserted(() -> assertThat(last.get(KEY)).isEqualTo(2));
    }

    private SharedCaches node() {
        return new SharedCaches(broadcast, nanos::get);
    }

    private SharedCache<String, Integer> cache(SharedCaches node) {
        return node.make(name, 10, key -> stored.get());
    }

    /** Changes what is stored behind the cache's back once and waits until the cache shows it. */
    private void awaitForgotten(SharedCache<String, Integer> cache, int value) {
        stored.set(value);
        await().untilAsserted(() -> assertThat(cache.get(KEY)).isEqualTo(value));
    }

    private static Integer onAnotherThread(SharedCache<String, Integer> cache) {
        return CompletableFuture.supplyAsync(() -> cache.get(KEY)).join();
    }
}
