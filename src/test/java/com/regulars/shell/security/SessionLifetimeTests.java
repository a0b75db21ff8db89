package com.regulars.shell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class SessionLifetimeTests {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Instant SIGNED_IN = Instant.parse("2026-11-24T08:00:00Z");

    private final MockHttpSession session = new MockHttpSession();

    @Test
    void aSessionEndsAfterItsLongestTimeHoweverBusyItIs() {
        assertThat(isWithinAfter(Duration.ZERO)).isTrue();
        for (int hour = 1; hour < 24; hour++) {
            assertThat(isWithinAfter(Duration.ofHours(hour))).isTrue();
        }
        assertThat(isWithinAfter(LONGEST.minusMillis(1))).isTrue();
        assertThat(isWithinAfter(LONGEST)).isFalse();
    }

    @Test
    void whoHasNoSessionIsNotLate() {
        assertThat(at(SIGNED_IN).isWithin(null)).isTrue();
    }

    private boolean isWithinAfter(Duration time) {
        return at(SIGNED_IN.plus(time)).isWithin(session);
    }

    private static SessionLifetime at(Instant now) {
        return new SessionLifetime(LONGEST, Clock.fixed(now, ZoneOffset.UTC));
    }
}
