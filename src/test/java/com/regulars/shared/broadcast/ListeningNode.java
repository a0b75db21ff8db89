package com.regulars.shared.broadcast;

import com.regulars.shared.database.DatabaseConnections;
import com.regulars.testing.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What listens on another node: a connection of its own to the same database. */
public final class ListeningNode implements AutoCloseable {

    private final BroadcastReceiver receiver;

    private ListeningNode(BroadcastReceiver receiver) {
        this.receiver = receiver;
    }

    public static ListeningNode start(DatabaseConnections database, BroadcastListener... listeners) {
        var beans = new StaticListableBeanFactory();
        for (int i = 0; i < listeners.length; i++) {
            beans.addBean("listener" + i, listeners[i]);
        }
        var receiver = new BroadcastReceiver(database, beans.getBeanProvider(BroadcastListener.class));
        receiver.start();
        return new ListeningNode(receiver);
    }

    /** Ends the connections on which all nodes listen. */
    public static void cutAll() throws Exception {
        try (var superuser = TestDatabase.connectAsSuperuser("regulars");
                var statement = superuser.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'regulars broadcast'");
        }
    }

    @Override
    public void close() {
        receiver.stop();
    }
}
