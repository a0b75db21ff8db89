package com.regulars.shell.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.ServletConnection;

/** The connections on which somebody who is known has asked something. Forgotten with the connection. */
final class KnownConnections {

    private static final Cache<ServletConnection, Boolean> KNOWN =
            Caffeine.newBuilder().weakKeys().build();

    private KnownConnections() {}

    static void add(ServletConnection connection) {
        KNOWN.put(connection, Boolean.TRUE);
    }

    static boolean contains(ServletConnection connection) {
        return KNOWN.getIfPresent(connection) != null;
    }
}
