package com.regulars.settlement.report;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.settlement.report.Exceptions.What;
import com.regulars.venue.TimeFormat;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exceptions by cashier over some days, and the facts behind each figure. */
@Controller
@RequestMapping("/shifts/exceptions")
@Requires(Permission.SHIFT_REVIEW)
@RequiredArgsConstructor
class ExceptionController {

    private static final int DAYS = 7;

    private final Exceptions exceptions;
    private final TimeFormat times;

    @GetMapping
    String show(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Model model) {
        LocalDate until = until(to);
        LocalDate since = since(from, until);
        var rows = exceptions.byCashier(since, until);
        model.addAttribute("rows", rows);
        model.addAttribute("all", Exceptions.all(rows));
        model.addAttribute("whats", What.values());
        model.addAttribute("from", since);
        model.addAttribute("to", until);
        return "settlement/exceptions";
    }

    @GetMapping("/facts")
    String facts(
            @RequestParam(defaultValue = "REFUND") What what,
            @RequestParam(defaultValue = "") String cashier,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        LocalDate until = until(to);
        LocalDate since = since(from, until);
        model.addAttribute("page", exceptions.facts(what, cashier, since, until, page));
        model.addAttribute("what", what);
        model.addAttribute("from", since);
        model.addAttribute("to", until);
        return "settlement/exception-facts";
    }

    private LocalDate until(@Nullable LocalDate to) {
        return to == null ? times.today() : to;
    }

    private static LocalDate since(@Nullable LocalDate from, LocalDate until) {
        return from == null ? until.minusDays(DAYS - 1L) : from;
    }
}
