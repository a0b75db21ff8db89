package com.regulars.feedback;

import com.regulars.access.Permission;
import com.regulars.customer.HeadFigure;
import com.regulars.customer.HeadFigureSource;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How many of a guest's tickets are open, in the head of the customer page. */
@Component
@RequiredArgsConstructor
class TicketHeadFigure implements HeadFigureSource {

    private final TicketBook book;
    private final MessageSource messages;

    @Override
    public Permission permission() {
        return Permission.FEEDBACK_READ;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<HeadFigure> figures(long customerId) {
        var counts = book.countOf(customerId);
        var locale = LocaleContextHolder.getLocale();
        String value = messages.getMessage("feedback.figure.open", new Object[] {counts.open()}, locale);
        String total = messages.getMessage("feedback.figure.total", new Object[] {counts.total()}, locale);
        String url = counts.total() == 0 ? null : "#feedback";
        return List.of(new HeadFigure("feedback.figure", value, total, url));
    }
}
