package com.regulars.shell.security;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** However busy a session is, at some time its employee signs in again. Counted from the first request after signing in. */
@Component
class SessionLifetime {

    private static final String SINCE = "signedInSince";

    private final Duration longest;
    private final Clock clock;

    SessionLifetime(@Value("${regulars.longest-session}") Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    boolean isWithin(@Nullable HttpSession session) {
        if (session == null) {
            return true;
        }
        if (session.getAttribute(SINCE) instanceof Long since) {
            return clock.instant().isBefore(Instant.ofEpochMilli(since).plus(longest));
        }
        session.setAttribute(SINCE, clock.instant().toEpochMilli());
        return true;
    }
}
