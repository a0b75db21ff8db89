package com.regulars.shared.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import com.regulars.shared.broadcast.Broadcast;
import com.regulars.shared.broadcast.BroadcastListener;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes the caches of this node and empties the right one when any node tells that what it keeps was changed. */
@Component
public class SharedCaches implements BroadcastListener {

    private final Broadcast broadcast;
    private final Ticker ticker;
    private final String node = UUID.randomUUID().toString();
    private final Map<String, SharedCache<?, ?>> caches = new ConcurrentHashMap<>();

    @Autowired
    SharedCaches(Broadcast broadcast) {
        this(broadcast, Ticker.systemTicker());
    }

    SharedCaches(Broadcast broadcast, Ticker ticker) {
        this.broadcast = broadcast;
        this.ticker = ticker;
    }

    /**
     * A new cache.
     *
     * @param name one word, the same on every node, for example {@code venue}
     * @param most how many values it keeps; those asked for most stay
     * @param read reads a value from the database; an {@code Optional} where there may be none
     */
    public <K, V> SharedCache<K, V> make(String name, int most, Function<K, V> read) {
        var cache = new SharedCache<>(most, ticker, read, () -> broadcast.tell(topic(), node + " " + name));
        if (caches.putIfAbsent(name, cache) != null) {
            throw new IllegalArgumentException("There is a cache " + name + " already");
        }
        return cache;
    }

    @Override
    public String topic() {
        return "cache";
    }

    /** What this node tells itself comes late: the cache was emptied when the change was committed. */
    @Override
    public void hear(String text) {
        int space = text.indexOf(' ');
        var cache = caches.get(text.substring(space + 1));
        if (cache != null && !text.startsWith(node + " ")) {
            cache.empty();
        }
    }

    @Override
    public void mayHaveMissed() {
        caches.values().forEach(SharedCache::empty);
    }
}
