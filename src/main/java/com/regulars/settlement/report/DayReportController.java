package com.regulars.settlement.report;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.ledger.PostingKind;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.quote.QuoteStep.Rule;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The report of a venue's business day on the screen, on paper and as a table, and the facts behind its figures. */
@Controller
@RequestMapping("/shifts/days")
@Requires(Permission.SHIFT_REVIEW)
@RequiredArgsConstructor
class DayReportController {

    private final DayReports reports;
    private final ReportCsv csv;
    private final CurrentVenue currentVenue;
    private final Venues venues;

    /** The day asked for, or the one that runs, of the venue this device works for. */
    @GetMapping
    String find(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date) {
        Venue venue = currentVenue.get();
        return "redirect:/shifts/days/" + venue.code() + "/" + (date == null ? venues.businessDate(venue) : date);
    }

    @GetMapping("/{venue}/{day}")
    String show(
            @PathVariable String venue,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model) {
        model.addAttribute("report", reports.get(venue, day));
        return "settlement/day-report";
    }

    @GetMapping("/{venue}/{day}/print")
    String print(
            @PathVariable String venue,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "80") String paper,
            Model model) {
        model.addAttribute("report", reports.get(venue, day));
        model.addAttribute("paper", paper.equals("a4") ? "a4" : "80");
        return "settlement/day-print";
    }

    @GetMapping("/{venue}/{day}/report.csv")
    ResponseEntity<byte[]> table(
            @PathVariable String venue,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Locale language) {
        DayReport report = reports.get(venue, day);
        return ReportCsv.file(csv.of(report, language), report.venue().code() + "-" + day);
    }

    @GetMapping("/{venue}/{day}/entries")
    String entries(
            @PathVariable String venue,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) @Nullable PostingKind kind,
            @RequestParam(required = false) @Nullable TenderType tender,
            @RequestParam(required = false) @Nullable Rule rule,
            Model model) {
        DayReport report = reports.get(venue, day);
        List<Entry> found =
                rule == null ? reports.moved(venue, day, kind, tender) : reports.discounted(venue, day, rule);
        new ShownEntries(found, kind, tender, rule).on(model);
        model.addAttribute("venue", report.venue());
        model.addAttribute("day", day);
        model.addAttribute("back", "/shifts/days/" + report.venue().code() + "/" + day);
        return "settlement/shift-entries";
    }
}
