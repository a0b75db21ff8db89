package com.regulars.feedback;

import com.regulars.access.Permission;
import com.regulars.shared.web.SearchSource;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Finds tickets by number or by the guest's words. */
@Component
@RequiredArgsConstructor
class TicketSearch implements SearchSource {

    /** How much of the text stands before the place where the query occurs. */
    private static final int BEFORE = 10;

    private static final int EXCERPT = 60;

    private final TicketBook book;

    @Override
    public String permission() {
        return Permission.FEEDBACK_READ.name();
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<SearchHit> search(String query, int limit) {
        return query.codePointCount(0, query.length()) < 2
                ? List.of()
                : book.search(query, limit).stream()
                        .map(ticket -> hit(ticket, query))
                        .toList();
    }

    private static SearchHit hit(TicketSummary ticket, String query) {
        String detail = ticket.product() == null ? ticket.occurredOn().toString() : ticket.product();
        return new SearchHit(
                "feedback", ticket.number() + " " + excerpt(ticket.text(), query), detail, "/feedback/" + ticket.id());
    }

    /** The part of the text in which the query occurs, so that the reader sees why it was found. */
    static String excerpt(String text, String query) {
        String line = text.replaceAll("\\s+", " ");
        int at = line.toLowerCase(Locale.ROOT).indexOf(query.toLowerCase(Locale.ROOT));
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(line.length(), from + EXCERPT);
        return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
    }
}
