package com.regulars.shared.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Values read from the database and kept in memory: five seconds at most, and no longer than until any node commits a
 * change. The transaction that makes the change reads past the cache, so that it sees what it wrote and others do not.
 *
 * <p>Values are read outside the cache's locks, two readers at once may read twice: a reader that waited for another
 * one's connection while holding its own could stop the pool.
 */
public final class SharedCache<K, V> {

    static final Duration STALE_AT_MOST = Duration.ofSeconds(5);

    private final Cache<K, Kept<V>> kept;
    private final Function<K, V> read;
    private final Runnable tellNodes;
    private final AtomicLong changes = new AtomicLong();

    /** A value and the number of changes known when its reading began: one that was read across a change is not used. */
    private record Kept<V>(V value, long changes) {}

    SharedCache(int most, Ticker ticker, Function<K, V> read, Runnable tellNodes) {
        this.kept = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(STALE_AT_MOST)
                .ticker(ticker)
                .build();
        this.read = read;
        this.tellNodes = tellNodes;
    }

    public V get(K key) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read.apply(key);
        }
        var known = kept.getIfPresent(key);
        if (known != null && known.changes == changes.get()) {
            return known.value;
        }
        var fresh = read(key);
        kept.put(key, fresh);
        return fresh.value;
    }

    /** Says that what is kept was changed: every node forgets it when the transaction commits, at once without one. */
    public void changed() {
        tellNodes.run();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            empty();
        } else if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new PastTheCache());
        }
    }

    void empty() {
        changes.incrementAndGet();
        kept.invalidateAll();
    }

    private Kept<V> read(K key) {
        long before = changes.get();
        return new Kept<>(read.apply(key), before);
    }

    /** Holds while the transaction that changed something runs. */
    private final class PastTheCache implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(SharedCache.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(SharedCache.this, Boolean.TRUE);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(SharedCache.this);
            empty();
        }
    }
}
