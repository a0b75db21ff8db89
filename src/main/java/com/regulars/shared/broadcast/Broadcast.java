package com.regulars.shared.broadcast;

import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells all nodes, this one included, that something happened. Inside a transaction the nodes hear it when that commits,
 * and never when it is rolled back. A commit that tells something waits for other such commits, so what happens at every
 * bill is not told one by one.
 */
@Component
@RequiredArgsConstructor
public class Broadcast {

    static final String CHANNEL = "regulars";

    private static final int MOST_BYTES = 7_900; // PostgreSQL refuses 8,000 and more

    private final JdbcClient jdbc;

    /**
     * @param topic one word that {@link BroadcastListener#topic()} is compared with
     * @param text an id or another short text without meaning of its own
     */
    public void tell(String topic, String text) {
        String payload = topic + " " + text;
        if (payload.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("Too long to be told to other nodes: " + topic);
        }
        jdbc.sql("select pg_notify('" + CHANNEL + "', :payload) is null")
                .param("payload", payload)
                .query(Boolean.class)
                .single();
    }
}
