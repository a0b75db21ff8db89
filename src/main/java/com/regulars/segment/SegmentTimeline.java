package com.regulars.segment;

import com.regulars.access.Permission;
import com.regulars.customer.TimelineEntry;
import com.regulars.customer.TimelineSource;
import com.regulars.venue.Brands;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A guest's moves between the quadrants, in the timeline (R1.12). */
@Component
@RequiredArgsConstructor
class SegmentTimeline implements TimelineSource {

    private static final int NIGHT_HOUR = 4;

    private final CustomerSegments segments;
    private final Brands brands;
    private final MessageSource messages;

    @Override
    public Permission permission() {
        return Permission.SEGMENT_READ;
    }

    @Override
    public List<TimelineEntry> newest(long customerId, int limit) {
        return segments.steps(customerId, limit).stream().map(this::entry).toList();
    }

    /** A run speaks at the end of its business day, in the night after it. */
    private TimelineEntry entry(CustomerSegments.Step step) {
        var at = step.on()
                .plusDays(1)
                .atTime(NIGHT_HOUR, 0)
                .atZone(brands.current().zone())
                .toInstant();
        String text = text("segment.timeline.moved", word(step.from()), word(step.to()));
        boolean up = new Movements.Pair(step.from(), step.to()).isUp();
        return new TimelineEntry(
                at, up ? "trending-up" : "chart-scatter", text, step.on().toString(), "#segment");
    }

    private String word(SegmentState state) {
        return state.isQuadrant() ? state.name() : text("segment.state." + state);
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
