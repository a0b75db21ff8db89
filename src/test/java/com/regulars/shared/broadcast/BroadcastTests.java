package com.regulars.shared.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.regulars.shared.database.DatabaseConnections;
import com.regulars.testing.RegularsTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RegularsTest
class BroadcastTests {

    @Autowired
    Broadcast broadcast;

    @Autowired
    DatabaseConnections database;

    @Autowired
    TransactionTemplate transaction;

    private final Recording recording = new Recording("test" + UUID.randomUUID());

    @Test
    void reachesEveryNodeWhenTheTransactionCommitsAndNeverWhenItIsRolledBack() {
        var second = new Recording(recording.topic());
        try (var one = ListeningNode.start(database, recording);
                var other = ListeningNode.start(database, second)) {
            recording.awaitListening(1);
            second.awaitListening(1);
            transaction.executeWithoutResult(status -> {
                broadcast.tell(recording.topic(), "taken back");
                status.setRollbackOnly();
            });
            broadcast.tell("other" + recording.topic(), "for others");
            transaction.executeWithoutResult(status -> broadcast.tell(recording.topic(), "17 18"));
            await().untilAsserted(() -> assertThat(recording.heard).containsExactly("17 18"));
            await().untilAsserted(() -> assertThat(second.heard).containsExactly("17 18"));
        }
    }

    @Test
    void listensAgainWhenItsConnectionIsLostAndSaysThatSomethingMayBeMissing() throws Exception {
        try (var node = ListeningNode.start(database, recording)) {
            recording.awaitListening(1);
            ListeningNode.cutAll();
            recording.awaitListening(2);
            broadcast.tell(recording.topic(), "again");
            await().untilAsserted(() -> assertThat(recording.heard).containsExactly("again"));
        }
    }

    @Test
    void goesOnWhenAListenerFails() {
        var failing = new Recording(recording.topic()) {
            @Override
            public void hear(String text) {
                throw new IllegalStateException("meant to fail");
            }
        };
        try (var node = ListeningNode.start(database, failing, recording)) {
            recording.awaitListening(1);
            broadcast.tell(recording.topic(), "one");
            broadcast.tell(recording.topic(), "two");
            await().untilAsserted(() -> assertThat(recording.heard).containsExactly("one", "two"));
        }
    }

    @Test
    void refusesWhatTheDatabaseWouldRefuse() {
        assertThatThrownBy(() -> broadcast.tell("topic", "长".repeat(3_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Remembers what it hears. */
    private static class Recording implements BroadcastListener {

        final List<String> heard = new CopyOnWriteArrayList<>();
        private final String topic;
        private final AtomicInteger begun = new AtomicInteger();

        Recording(String topic) {
            this.topic = topic;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public void hear(String text) {
            heard.add(text);
        }

        @Override
        public void mayHaveMissed() {
            begun.incrementAndGet();
        }

        void awaitListening(int times) {
            await().untilAsserted(() -> assertThat(begun).hasValueGreaterThanOrEqualTo(times));
        }
    }
}
