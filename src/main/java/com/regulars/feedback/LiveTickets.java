package com.regulars.feedback;

import com.regulars.access.Permission;
import com.regulars.live.LiveEvent;
import com.regulars.live.LiveEvents;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Lets open pages follow the tickets of the venues their readers work in. */
@Component
@RequiredArgsConstructor
class LiveTickets {

    private final LiveEvents live;

    void changed(Ticket ticket) {
        long id = Objects.requireNonNull(ticket.getId());
        live.tell(LiveEvent.of("ticket", id, Permission.FEEDBACK_READ).in(ticket.getVenueId()));
    }
}
