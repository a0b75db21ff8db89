package com.regulars.segment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Movements between two runs never change, so they are counted once and kept, the least used forgotten first. */
@Component
class MovementCache {

    private static final int KEPT = 256;

    private record Runs(long from, long to) {}

    private final Map<Runs, Movements> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Runs, Movements> eldest) {
            return size() > KEPT;
        }
    };

    Movements get(SegmentRun from, SegmentRun to, Supplier<Movements> count) {
        var runs = new Runs(from.id(), to.id());
        synchronized (kept) {
            Movements found = kept.get(runs);
            if (found != null) {
                return found;
            }
        }
        Movements counted = count.get();
        synchronized (kept) {
            kept.put(runs, counted);
        }
        return counted;
    }
}
