package com.regulars.shared.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of the application: the system's time in UTC, unless the calling code runs inside {@link #runAt}. The demo
 * data uses that to settle last month's bills through the real services.
 */
public final class ScopedClock extends Clock {

    private static final ScopedValue<Clock> NOW = ScopedValue.newInstance();

    private final Clock system;
    private final ZoneId zone;

    public ScopedClock() {
        this(Clock.systemUTC());
    }

    /** @param system what tells the time outside {@link #runAt} */
    public ScopedClock(Clock system) {
        this(system, ZoneOffset.UTC);
    }

    private ScopedClock(Clock system, ZoneId zone) {
        this.system = system;
        this.zone = zone;
    }

    /** Runs {@code work} on this thread as if it were {@code instant}. */
    public static void runAt(Instant instant, Runnable work) {
        runBy(Clock.fixed(instant, ZoneOffset.UTC), work);
    }

    /** Runs {@code work} on this thread by another clock. */
    public static void runBy(Clock clock, Runnable work) {
        ScopedValue.where(NOW, clock).run(work);
    }

    @Override
    public Instant instant() {
        return (NOW.isBound() ? NOW.get() : system).instant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId otherZone) {
        return new ScopedClock(system, otherZone);
    }
}
