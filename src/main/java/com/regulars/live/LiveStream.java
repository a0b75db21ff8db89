package com.regulars.live;

import com.regulars.access.Actor;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The stream to one browser. What is to be said waits here, the same thing once, until the browser has taken what was
 * said before; a browser that is too slow is told that it missed something. It holds a thread that waits, nothing else.
 */
final class LiveStream {

    /** Said at the start and when something may have been missed: ask for everything again. */
    static final String EVERYTHING = "*";

    private static final int MOST_WAITING = 200;

    private final Supplier<Optional<Actor>> listener;
    private final Wire wire;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<LiveEvent> waiting = new LinkedHashSet<>();
    private boolean missed = true;
    private boolean closed;

    /** Where it is written to. */
    interface Wire {

        void say(String what) throws IOException;

        void heartbeat() throws IOException;
    }

    /** @param listener who listens, with the rights of now; empty when the account is closed, which ends the stream */
    LiveStream(Supplier<Optional<Actor>> listener, Wire wire) {
        this.listener = listener;
        this.wire = wire;
    }

    /** Left out while “everything” is still to be said, which says it too. */
    void offer(LiveEvent event) {
        change(() -> {
            if (waiting.size() >= MOST_WAITING) {
                forgetWhatWaits();
            } else if (!missed) {
                waiting.add(event);
            }
        });
    }

    void mayHaveMissed() {
        change(this::forgetWhatWaits);
    }

    private void forgetWhatWaits() {
        waiting.clear();
        missed = true;
    }

    void close() {
        change(() -> closed = true);
    }

    /** Writes until it is closed, the listener may no longer listen, or {@code life} has passed. */
    void run(Duration heartbeat, Duration life) throws IOException, InterruptedException {
        long end = System.nanoTime() + life.toNanos();
        while (System.nanoTime() < end && await(heartbeat)) {
            Optional<Actor> actor = listener.get();
            if (actor.isEmpty()) {
                return;
            }
            say(actor.get());
        }
    }

    private void say(Actor actor) throws IOException {
        Due due = take();
        if (due.everything) {
            wire.say(EVERYTHING);
        }
        for (LiveEvent event : due.events) {
            if (event.concerns(actor)) {
                wire.say(event.shown());
            }
        }
        if (!due.everything && due.events.isEmpty()) {
            wire.heartbeat();
        }
    }

    /** Waits for something to say, or for the next heartbeat; false when the stream was closed. */
    private boolean await(Duration heartbeat) throws InterruptedException {
        lock.lock();
        try {
            long left = heartbeat.toNanos();
            while (!closed && !missed && waiting.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private Due take() {
        lock.lock();
        try {
            var due = new Due(missed, List.copyOf(waiting));
            waiting.clear();
            missed = false;
            return due;
        } finally {
            lock.unlock();
        }
    }

    /** What is to be said now. */
    private record Due(boolean everything, List<LiveEvent> events) {}

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
