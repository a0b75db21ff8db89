package com.regulars.feedback;

import com.regulars.access.Permission;
import com.regulars.shared.web.HomeTile;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The open tickets the signed-in employee owns or is asked to take over, on the home page. */
@Component
@RequiredArgsConstructor
class TicketTile implements HomeTile {

    private static final int SHOWN = 6;

    private final TicketBook book;

    @Override
    public String permission() {
        return Permission.FEEDBACK_READ.name();
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String fragment() {
        return "feedback/_tile :: tile";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("page", book.list(new TicketFilter(null, true, null, null, null), 1, SHOWN));
    }
}
