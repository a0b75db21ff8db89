package com.regulars.card;

import com.regulars.shared.RefusedException;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets the requests of this node come to a card two at a time: one that works and one that is ready. All others wait here,
 * where waiting costs no database connection, so that a card somebody holds on to makes nobody else wait. Once the database
 * tells one in front that it waited too long for the card itself, everybody behind is told {@code CARD_BUSY} at once.
 */
@Component
public class CardTurns {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Turns> waiting = new ConcurrentHashMap<>();

    /**
     * Does the work when it is this request's turn at all of these cards. They are taken in one order, so that no two
     * requests wait for each other.
     *
     * @param cards their numbers, or whatever else tells them apart
     * @throws RefusedException {@code CARD_BUSY}, from here or from the work
     */
    public <T> T inTurn(Collection<String> cards, Supplier<T> work) {
        List<String> inOrder = cards.stream().distinct().sorted().toList();
        return next(inOrder.iterator(), inOrder.size() == 1, work);
    }

    private <T> T next(Iterator<String> cards, boolean only, Supplier<T> work) {
        if (!cards.hasNext()) {
            return work.get();
        }
        String card = cards.next();
        Turns turns = join(card);
        try {
            turns.await();
            try {
                return next(cards, only, work);
            } catch (RuntimeException failed) {
                if (only && isBusy(failed)) {
                    turns.waitedInVain = System.nanoTime();
                }
                throw failed;
            } finally {
                turns.free.release();
            }
        } finally {
            leave(card);
        }
    }

    /** How many requests wait for their turn at a card. */
    int waitingFor(String card) {
        Turns turns = waiting.get(card);
        return turns == null ? 0 : turns.free.getQueueLength();
    }

    private Turns join(String card) {
        return waiting.compute(card, (number, known) -> {
            Turns turns = known == null ? new Turns() : known;
            turns.requests++;
            return turns;
        });
    }

    private void leave(String card) {
        waiting.computeIfPresent(card, (number, turns) -> --turns.requests == 0 ? null : turns);
    }

    private static boolean isBusy(RuntimeException failed) {
        return failed instanceof RefusedException refused && refused.getCode().equals("CARD_BUSY");
    }

    private static RefusedException busy() {
        return new RefusedException(RefusedException.Reason.BUSY, "CARD_BUSY");
    }

    /** The turns of one card; times are of {@link System#nanoTime()}, because only what passes between them counts. */
    private static final class Turns {

        private final Semaphore free = new Semaphore(AT_ONCE, true);
        private int requests;
        private volatile long waitedInVain = System.nanoTime() - 1;

        void await() {
            long arrived = System.nanoTime();
            if (!acquired()) {
                throw busy();
            }
            if (waitedInVain - arrived > 0) {
                free.release();
                throw busy();
            }
        }

        private boolean acquired() {
            try {
                return free.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw busy();
            }
        }
    }
}
