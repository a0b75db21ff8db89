package com.regulars.visit.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.Customers;
import com.regulars.shared.web.PageOf;
import com.regulars.venue.Venues;
import com.regulars.visit.VisitSummary;
import com.regulars.visit.Visits;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The visits of one customer in the viewer's venues, and what all of them come to. */
@Controller
@RequiredArgsConstructor
@Requires(Permission.VISIT_READ)
class VisitController {

    private static final int PAGE = 50;

    private final Visits visits;
    private final Customers customers;
    private final Venues venues;

    @GetMapping("/visits")
    String list(@RequestParam long customerId, @RequestParam(defaultValue = "1") int page, Model model) {
        var totals = visits.totals(customerId);
        long here = totals.visits() - totals.elsewhere();
        int number = (int) Math.clamp(page, 1, Math.max(1, (here + PAGE - 1) / PAGE));
        var rows = visits.newest(customerId, (int) PageOf.offset(number, PAGE), PAGE);
        model.addAttribute("customer", customers.get(customerId));
        model.addAttribute("totals", totals);
        model.addAttribute("page", new PageOf<>(rows, number, PAGE, here));
        model.addAttribute(
                "venues", venues.byIds(rows.stream().map(VisitSummary::venueId).collect(Collectors.toSet())));
        return "visit/list";
    }
}
