package com.regulars.segment.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.segment.SegmentState;
import com.regulars.segment.rating.Cuts;
import com.regulars.segment.report.NightReports;
import com.regulars.segment.report.SegmentLists;
import com.regulars.segment.report.SegmentReports;
import com.regulars.segment.report.SegmentTotals;
import com.regulars.segment.report.ValueClass;
import com.regulars.segment.report.ValueClassTotals;
import com.regulars.segment.run.RunHistory;
import com.regulars.segment.run.SegmentRun;
import com.regulars.segment.run.SegmentRuns;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.venue.MoneyFormat;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The manager's dashboard of the quadrants and the lists behind its figures (R5.1 to R5.4). */
@Controller
@RequiredArgsConstructor
@Requires(Permission.SEGMENT_READ)
class SegmentController {

    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 100_000;
    private static final long LARGEST = 1_000_000_000_000L;

    private final SegmentReports reports;
    private final NightReports night;
    private final SegmentLists lists;
    private final SegmentRuns runs;
    private final DashboardReading reading;
    private final MoneyFormat money;

    @GetMapping("/segments")
    String dashboard(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate compare,
            @RequestParam(required = false) @Nullable String visits,
            @RequestParam(required = false) @Nullable String spend,
            Model model) {
        RunHistory history = runs.history(asOf, DashboardReading.DATES, DashboardReading.LOGGED);
        model.addAttribute("running", history.open().orElse(null));
        var run = asOf == null ? history.newestDate() : Optional.of(history.get(asOf));
        if (run.isEmpty()) {
            model.addAttribute("runs", history.logged(DashboardReading.LOGGED));
            return "segment/empty";
        }
        Dashboard.Preview preview = null;
        try {
            preview = preview(run.get(), visits, spend);
        } catch (InvalidFieldException wrong) {
            model.addAttribute("previewWrong", wrong.getField());
        }
        var dashboard = reading.read(history, run.get(), compare, preview);
        model.addAttribute("dashboard", dashboard);
        model.addAttribute("visits", shown(visits, dashboard.summary().run().frequencyCut()));
        model.addAttribute("spend", spend == null || spend.isBlank() ? input(dashboard) : spend);
        return "segment/show";
    }

    /** With {@code visits} and {@code spend} those whom these cut-offs would put there. */
    @GetMapping(
            value = "/segments/customers",
            params = {"!fromQ", "!valueClass"})
    String inState(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "B") SegmentState quadrant,
            @RequestParam(required = false) @Nullable String visits,
            @RequestParam(required = false) @Nullable String spend,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var summary = asOf == null
                ? reports.findNewest().orElseThrow(() -> new NotFoundException("segmentRun", "-"))
                : reports.summary(asOf);
        var run = summary.run();
        var preview = quadrant.isQuadrant() ? preview(run, visits, spend) : null;
        Map<SegmentState, SegmentTotals> totals = new EnumMap<>(SegmentState.class);
        List.of(SegmentState.values()).forEach(state -> totals.put(state, summary.of(state)));
        int number = Math.clamp(page, 1, LAST_PAGE);
        if (preview == null) {
            model.addAttribute("page", lists.inState(summary, quadrant, number, PAGE_SIZE));
        } else {
            var cuts = new Cuts(preview.frequencyCut(), preview.spendCutMinor());
            totals.putAll(night.preview(run, false, preview.frequencyCut(), preview.spendCutMinor()));
            long customers = totals.getOrDefault(quadrant, summary.of(quadrant)).customers();
            model.addAttribute("page", lists.inPreview(run, quadrant, cuts, customers, number, PAGE_SIZE));
        }
        model.addAttribute("run", run);
        model.addAttribute("preview", preview);
        model.addAttribute("totals", totals);
        model.addAttribute("state", quadrant);
        model.addAttribute("states", List.of(SegmentState.values()));
        return "segment/list";
    }

    @GetMapping(
            value = "/segments/customers",
            params = {"valueClass", "!fromQ"})
    String inValueClass(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam ValueClass valueClass,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var run = reports.summary(asOf).run();
        var classes = night.valueClasses(run);
        long customers = classes.stream()
                .filter(one -> one.valueClass() == valueClass)
                .mapToLong(ValueClassTotals::customers)
                .sum();
        model.addAttribute("run", run);
        model.addAttribute("valueClass", valueClass);
        model.addAttribute("classes", classes);
        int number = Math.clamp(page, 1, LAST_PAGE);
        model.addAttribute("page", lists.inValueClass(run, valueClass, customers, number, PAGE_SIZE));
        return "segment/value";
    }

    @GetMapping(value = "/segments/customers", params = "fromQ")
    String moved(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam SegmentState fromQ,
            @RequestParam SegmentState toQ,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("fromQ", fromQ);
        model.addAttribute("toQ", toQ);
        model.addAttribute("page", lists.moved(from, to, fromQ, toQ, Math.clamp(page, 1, LAST_PAGE), PAGE_SIZE));
        return "segment/moved";
    }

    private Dashboard.@Nullable Preview preview(SegmentRun run, @Nullable String visits, @Nullable String spend) {
        if (isBlank(visits) && isBlank(spend) || visits == null || spend == null || run.frequencyCut() == null) {
            return null;
        }
        if (!visits.trim().matches("[0-9]{1,9}") || Long.parseLong(visits.trim()) < 1) {
            throw new InvalidFieldException("visits", "type");
        }
        return new Dashboard.Preview(Long.parseLong(visits.trim()), Math.min(LARGEST, money.parse("spend", spend)));
    }

    private static boolean isBlank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    private static String shown(@Nullable String typed, @Nullable Long cut) {
        return isBlank(typed) || typed == null ? String.valueOf(cut == null ? 1 : cut) : typed;
    }

    private String input(Dashboard dashboard) {
        Long cut = dashboard.summary().run().spendCutMinor();
        return money.input(cut == null ? 0 : cut);
    }
}
