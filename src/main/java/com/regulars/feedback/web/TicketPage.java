package com.regulars.feedback.web;

import com.regulars.customer.Customers;
import com.regulars.feedback.Handover;
import com.regulars.feedback.TicketBook;
import com.regulars.feedback.TicketCategory;
import com.regulars.feedback.TicketDetails;
import com.regulars.feedback.TicketSource;
import com.regulars.feedback.TicketStatus;
import com.regulars.venue.Venues;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page of one ticket shows. */
@Component
@RequiredArgsConstructor
class TicketPage {

    private final TicketBook book;
    private final Handover handover;
    private final Customers customers;
    private final Venues venues;

    String show(long id, Model model) {
        var details = book.details(id);
        var ticket = details.ticket();
        model.addAttribute("details", details);
        model.addAttribute("ticket", ticket);
        model.addAttribute("venue", venues.get(ticket.venueId()));
        model.addAttribute("statuses", List.of(TicketStatus.values()));
        model.addAttribute("sources", List.of(TicketSource.values()));
        model.addAttribute("categories", List.of(TicketCategory.values()));
        if (details.mayOffer()) {
            model.addAttribute("colleagues", handover.candidates(ticket));
        }
        if (ticket.customerId() != null) {
            model.addAttribute("customer", customers.get(ticket.customerId()));
        }
        if (model.getAttribute("wrongStep") instanceof String step) {
            model.addAttribute("stepIsGone", !isOffered(details, step));
        }
        return "feedback/show";
    }

    /** Whether the ticket still is where this step can be taken: a colleague may have been quicker. */
    private boolean isOffered(TicketDetails details, String step) {
        return switch (step) {
            case "note" -> details.mayNote();
            case "wait" -> details.mayWait();
            case "resume" -> details.mayResume();
            case "solve" -> details.maySolve();
            case "reopen" -> details.mayReopen();
            case "offer" ->
                details.mayOffer() && !handover.candidates(details.ticket()).isEmpty();
            default -> details.offeredToMe();
        };
    }
}
