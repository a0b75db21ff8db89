package com.regulars.shared.broadcast;

import com.regulars.shared.database.DatabaseConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens for this node on one connection of its own, which is opened again when it is lost; until then nothing is heard.
 * It starts before the web server and ends after it.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class BroadcastReceiver implements SmartLifecycle {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final int ALIVE_WITHIN_SECONDS = 2;
    private static final int PAUSE_MILLIS = 500;

    private final DatabaseConnections database;
    private final ObjectProvider<BroadcastListener> listeners;

    private volatile @Nullable CountDownLatch ended;
    private volatile @Nullable Connection open;

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            var end = new CountDownLatch(1);
            ended = end;
            Thread.ofPlatform().name("broadcast").daemon().start(() -> listenUntil(end));
        }
    }

    @Override
    public synchronized void stop() {
        var end = ended;
        if (end != null) {
            ended = null;
            end.countDown();
            close(open);
        }
    }

    @Override
    public boolean isRunning() {
        return ended != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void listenUntil(CountDownLatch end) {
        boolean pause = false;
        while (!ends(end, pause ? PAUSE_MILLIS : 0)) {
            try (var connection = database.open("regulars broadcast")) {
                open = connection;
                listen(connection, end);
            } catch (SQLException lost) {
                if (end.getCount() > 0) {
                    log.warn("What other nodes tell is not heard for a moment: {}", lost.getMessage());
                }
            } finally {
                open = null;
            }
            pause = true;
        }
    }

    private void listen(Connection connection, CountDownLatch end) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Broadcast.CHANNEL);
        }
        each(BroadcastListener::mayHaveMissed);
        var notices = connection.unwrap(PGConnection.class);
        while (end.getCount() > 0) {
            var heard = notices.getNotifications(PATIENCE_MILLIS);
            if (heard == null || heard.length == 0) {
                requireAlive(connection);
                continue;
            }
            for (var notice : heard) {
                tell(notice.getParameter());
            }
        }
    }

    private static void requireAlive(Connection connection) throws SQLException {
        if (!connection.isValid(ALIVE_WITHIN_SECONDS)) {
            throw new SQLException("the connection is gone");
        }
    }

    private void tell(String payload) {
        int space = payload.indexOf(' ');
        String topic = payload.substring(0, Math.max(space, 0));
        String text = payload.substring(space + 1);
        each(listener -> {
            if (listener.topic().equals(topic)) {
                listener.hear(text);
            }
        });
    }

    private void each(Consumer<BroadcastListener> action) {
        for (var listener : listeners) {
            try {
                action.accept(listener);
            } catch (RuntimeException failed) {
                log.error("{} failed at what it heard", listener.getClass().getName(), failed);
            }
        }
    }

    private static boolean ends(CountDownLatch end, int withinMillis) {
        try {
            return end.await(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException gone) {
                log.debug("The connection was gone already", gone);
            }
        }
    }
}
