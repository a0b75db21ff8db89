package com.regulars.feedback;

import com.regulars.staff.Permission;
import com.regulars.staff.Requires;
import org.springframework.stereotype.Service;

/** Takes tickets and moves them to their end (R3.1, R3.3). */
@Service
public class Tickets {

    /** Takes a ticket under the next number of the year; whoever takes it owns it until it is solved. */
    @Requires(Permission.FEEDBACK_TAKE)
    public TicketSummary take(TakeTicket command) {
        throw new UnsupportedOperationException();
    }
}
