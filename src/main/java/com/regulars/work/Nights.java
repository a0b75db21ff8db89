package com.regulars.work;

import com.regulars.venue.Brands;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * By which clock nightly work is read: by the brand's, unless {@code regulars.nightly.zone} names another. Somebody who
 * changes the brand's zone moves the nights with it.
 */
@Component
public class Nights {

    private final Brands brands;
    private final Clock clock;
    private final @Nullable ZoneId set;

    Nights(Brands brands, Clock clock, @Value("${regulars.nightly.zone:#{null}}") @Nullable ZoneId set) {
        this.brands = brands;
        this.clock = clock;
        this.set = set;
    }

    /** The last time at or before now at which {@link Timetable#cron} falls due, as {@link ScheduledWork#due} wants it. */
    public Optional<String> lastDue(String cron) {
        return new Timetable(cron, set == null ? brands.current().zone() : set).lastDue(clock.instant());
    }
}
