package com.regulars.feedback;

import com.regulars.access.Permission;
import com.regulars.shared.web.HomeTile;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The open tickets of the team, the most urgent first, for those who answer for all of them. */
@Component
@RequiredArgsConstructor
class TeamTicketTile implements HomeTile {

    private static final int SHOWN = 8;

    private final TicketBook book;

    @Override
    public String permission() {
        return Permission.FEEDBACK_SOLVE.name();
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public Width width() {
        return Width.TWO_THIRDS;
    }

    @Override
    public String fragment() {
        return "feedback/_tile :: team";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("page", book.list(new TicketFilter(null, false, null, null, null), 1, SHOWN));
    }
}
