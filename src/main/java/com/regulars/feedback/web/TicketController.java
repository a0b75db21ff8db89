package com.regulars.feedback.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.feedback.TicketBook;
import com.regulars.feedback.TicketCategory;
import com.regulars.feedback.TicketFilter;
import com.regulars.feedback.TicketStatus;
import com.regulars.feedback.TicketSummary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tickets, the page of one, and its printed form. */
@Controller
@RequiredArgsConstructor
@Requires(Permission.FEEDBACK_READ)
class TicketController {

    private static final int PAGE_SIZE = 30;
    private static final int LAST_PAGE = 10_000;

    private final TicketBook book;
    private final TicketPage ticketPage;
    private final Customers customers;

    @GetMapping("/feedback")
    String list(
            @ModelAttribute("filter") TicketFilter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        var tickets = book.list(filter, Math.clamp(page, 1, LAST_PAGE), PAGE_SIZE);
        var counts = book.counts(filter);
        long open = counts.entrySet().stream()
                .filter(entry -> entry.getKey().isOpen())
                .mapToLong(Map.Entry::getValue)
                .sum();
        model.addAttribute("page", tickets);
        model.addAttribute("counts", counts);
        model.addAttribute("open", open);
        model.addAttribute("statuses", List.of(TicketStatus.values()));
        model.addAttribute("categories", List.of(TicketCategory.values()));
        model.addAttribute("guests", guests(tickets.rows()));
        return "feedback/list";
    }

    @GetMapping("/feedback/{id}")
    String show(@PathVariable long id, Model model) {
        return ticketPage.show(id, model);
    }

    @GetMapping("/feedback/{id}/print")
    String print(@PathVariable long id, Model model) {
        ticketPage.show(id, model);
        return "feedback/print";
    }

    private Map<Long, CustomerSummary> guests(List<TicketSummary> tickets) {
        return customers.byIds(tickets.stream()
                .map(TicketSummary::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }
}
