package com.regulars.settlement.report;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.ledger.PostingKind;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.quote.QuoteStep.Rule;
import com.regulars.shift.Shifts;
import com.regulars.venue.Venues;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The report of a shift on the screen, on 80 mm and A4 paper and as a table, and the facts behind its figures. */
@Controller
@RequestMapping("/shifts/{id}")
@Requires(Permission.BILL_SETTLE)
@RequiredArgsConstructor
class ShiftReportController {

    private final ShiftReports reports;
    private final Entries entries;
    private final ReportCsv csv;
    private final Shifts shifts;
    private final Venues venues;

    @GetMapping("/report")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("report", reports.get(id));
        return "settlement/shift-report";
    }

    @GetMapping("/report/print")
    String print(@PathVariable long id, @RequestParam(defaultValue = "80") String paper, Model model) {
        model.addAttribute("report", reports.get(id));
        model.addAttribute("paper", paper.equals("a4") ? "a4" : "80");
        return "settlement/shift-print";
    }

    @GetMapping("/report.csv")
    ResponseEntity<byte[]> table(@PathVariable long id, Locale language) {
        return ReportCsv.file(csv.of(reports.get(id), language), "shift-" + id);
    }

    @GetMapping("/entries")
    String entries(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable PostingKind kind,
            @RequestParam(required = false) @Nullable TenderType tender,
            @RequestParam(required = false) @Nullable Rule rule,
            Model model) {
        List<Entry> found = rule == null ? entries.moved(id, kind, tender) : entries.discounted(id, rule);
        var shift = shifts.get(id);
        model.addAttribute("shift", shift);
        model.addAttribute("venue", venues.get(shift.venueId()));
        new ShownEntries(found, kind, tender, rule).on(model);
        model.addAttribute("back", "/shifts/" + id + "/report");
        return "settlement/shift-entries";
    }
}
