package com.regulars.feedback;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Who may be asked to take a ticket over (R3.3). */
@Service
@RequiredArgsConstructor
public class Handover {

    private final Colleagues colleagues;

    /** Those who take tickets in its venue, without the one who owns it already. */
    public List<Party> candidates(TicketSummary ticket) {
        return colleagues.in(ticket.venueId()).stream()
                .filter(party -> !party.key().equals(ticket.ownerKey()))
                .toList();
    }
}
