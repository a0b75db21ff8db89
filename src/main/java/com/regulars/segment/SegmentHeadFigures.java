package com.regulars.segment;

import com.regulars.access.Permission;
import com.regulars.customer.HeadFigure;
import com.regulars.customer.HeadFigureSource;
import com.regulars.venue.MoneyFormat;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Visits and average with the cut-off beside them, in the head of the customer page. */
@Component
@RequiredArgsConstructor
class SegmentHeadFigures implements HeadFigureSource {

    private final CustomerSegments segments;
    private final MoneyFormat money;
    private final MessageSource messages;

    @Override
    public Permission permission() {
        return Permission.CUSTOMER_READ;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<HeadFigure> figures(long customerId) {
        return segments.findCurrent(customerId).map(this::figures).orElse(List.of());
    }

    private List<HeadFigure> figures(CustomerSegment segment) {
        SegmentRun run = segment.run();
        Long often = run.frequencyCut();
        Long high = run.spendCutMinor();
        return List.of(
                new HeadFigure(
                        "segment.figure.visits",
                        text("segment.figure.visits.value", money.count(segment.visits())),
                        often == null
                                ? null
                                : text(
                                        "segment.figure.visits.detail",
                                        String.valueOf(run.windowDays()),
                                        money.count(often)),
                        null),
                new HeadFigure(
                        "segment.figure.average",
                        money.full(segment.averageSpendMinor()),
                        high == null ? null : text("segment.figure.average.detail", money.full(high)),
                        null));
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
