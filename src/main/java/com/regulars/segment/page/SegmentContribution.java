package com.regulars.segment.page;

import com.regulars.access.Permission;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.page.GuestPageContribution;
import com.regulars.customer.page.GuestPageParts;
import com.regulars.customer.page.GuestPanel;
import com.regulars.customer.page.HeadFigure;
import com.regulars.customer.page.TimelineEntry;
import com.regulars.segment.SegmentState;
import com.regulars.segment.report.CustomerSegment;
import com.regulars.segment.report.CustomerSegments;
import com.regulars.segment.report.Movements;
import com.regulars.segment.run.SegmentRun;
import com.regulars.venue.Brands;
import com.regulars.venue.MoneyFormat;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Where a guest stands and has stood: visits and average with the cut-offs, the quadrant, the moves (R1.12, R5.1). */
@Component
@RequiredArgsConstructor
class SegmentContribution implements GuestPageContribution {

    private static final int SHOWN = 5;
    private static final int NIGHT_HOUR = 4;

    private final CustomerSegments segments;
    private final Brands brands;
    private final MoneyFormat money;
    private final MessageSource messages;

    record Panel(@Nullable CustomerSegment segment, List<CustomerSegments.Step> steps) {}

    @Override
    public void contribute(GuestOnPage guest, GuestPageParts page) {
        CustomerSegment current = segments.findCurrent(guest.id()).orElse(null);
        if (current != null) {
            page.addFigure(40, visits(current));
            page.addFigure(40, average(current));
        }
        if (page.viewerMay(Permission.SEGMENT_READ)) {
            var steps = segments.steps(guest.id(), GuestPageParts.TIMELINE);
            var panel = new Panel(current, steps.stream().limit(SHOWN).toList());
            page.addPanel(new GuestPanel("segment", GuestPanel.Column.RIGHT, 40, "segment/_panel :: panel", panel));
            page.addToTimeline(steps.stream().map(this::entry).toList());
        }
    }

    private HeadFigure visits(CustomerSegment segment) {
        SegmentRun run = segment.run();
        Long often = run.frequencyCut();
        return new HeadFigure(
                "segment.figure.visits",
                text("segment.figure.visits.value", money.count(segment.visits())),
                often == null
                        ? null
                        : text("segment.figure.visits.detail", String.valueOf(run.windowDays()), money.count(often)),
                null);
    }

    private HeadFigure average(CustomerSegment segment) {
        Long high = segment.run().spendCutMinor();
        return new HeadFigure(
                "segment.figure.average",
                money.full(segment.averageSpendMinor()),
                high == null ? null : text("segment.figure.average.detail", money.full(high)),
                null);
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
