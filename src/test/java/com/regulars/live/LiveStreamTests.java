package com.regulars.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class LiveStreamTests {

    private static final Actor READER =
            new Actor(Actor.Kind.EMPLOYEE, 1, "周婷", Set.of(Permission.FEEDBACK_READ), Set.of());

    private final SlowBrowser browser = new SlowBrowser();

    @Test
    void saysTheSameThingOnceToABrowserThatIsSlow() {
        var stream = started(Optional.of(READER));
        browser.take("*");
        stream.offer(ticket(1));
        browser.awaitWriting();
        for (int i = 0; i < 50; i++) {
            stream.offer(ticket(2));
        }
        stream.offer(ticket(3));
        browser.take("ticket:1");
        browser.take("ticket:2");
        browser.take("ticket:3");
        stream.close();
    }

    @Test
    void saysThatSomethingWasMissedWhenTooMuchWaits() {
        var stream = started(Optional.of(READER));
        browser.awaitWriting();
        for (int i = 0; i < 1_000; i++) {
            stream.offer(ticket(i));
        }
        browser.take("*");
        browser.take("*");
        stream.close();
    }

    @Test
    void endsWhenTheAccountWasClosed() {
        var stream = new LiveStream(Optional::empty, browser);
        stream.offer(ticket(1));
        assertThat(run(stream)).succeedsWithin(Duration.ofSeconds(20));
        assertThat(browser.said).isEmpty();
    }

    @Test
    void showsThatItLivesWhenThereIsNothingToSay() {
        var stream = started(Optional.of(READER));
        browser.take("*");
        browser.take("heartbeat");
        stream.close();
    }

    private LiveStream started(Optional<Actor> actor) {
        var stream = new LiveStream(() -> actor, browser);
        var unused = run(stream);
        return stream;
    }

    private static CompletableFuture<Void> run(LiveStream stream) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        stream.run(Duration.ofMillis(300), Duration.ofMinutes(5));
                    } catch (IOException | InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                },
                Thread::startVirtualThread);
    }

    private static LiveEvent ticket(long id) {
        return LiveEvent.of("ticket", id, Permission.FEEDBACK_READ);
    }

    /** Takes what is said only when the test lets it. */
    private static final class SlowBrowser implements LiveStream.Wire {

        final List<String> said = new CopyOnWriteArrayList<>();
        private final Semaphore writing = new Semaphore(0);
        private final Semaphore taken = new Semaphore(0);
        private int seen;

        void awaitWriting() {
            writing.acquireUninterruptibly();
            writing.release();
        }

        /** The next thing that is said, heartbeats aside unless one is awaited; nothing after it is let through. */
        void take(String what) {
            await().until(() -> {
                if (wasSaid(what)) {
                    return true;
                }
                if (taken.hasQueuedThreads()) {
                    taken.release();
                }
                return false;
            });
        }

        private boolean wasSaid(String what) {
            while (seen < said.size()) {
                String next = said.get(seen++);
                if (next.equals(what)) {
                    return true;
                }
                assertThat(next).isEqualTo("heartbeat");
            }
            return false;
        }

        @Override
        public void say(String what) {
            writing.release();
            taken.acquireUninterruptibly();
            writing.acquireUninterruptibly();
            said.add(what);
        }

        @Override
        public void heartbeat() {
            say("heartbeat");
        }
    }
}
