package com.regulars.segment.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.segment.run.SegmentRun;
import com.regulars.segment.run.SegmentRuns;
import com.regulars.shared.time.PossibleDates;
import com.regulars.shared.web.SentBack;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The log of runs, and a run now with its progress. */
@Controller
@RequiredArgsConstructor
class SegmentRunController {

    private static final int LOGGED = 60;

    private final SegmentRuns runs;

    @GetMapping("/segments/runs")
    @Requires(Permission.SEGMENT_READ)
    String list(Model model) {
        model.addAttribute("runs", runs.newest(LOGGED));
        return "segment/runs";
    }

    @PostMapping("/segments/runs")
    @Requires(Permission.SEGMENT_RUN)
    String create(
            @RequestParam(defaultValue = "") String businessDate,
            @RequestParam(defaultValue = "false") boolean full,
            RedirectAttributes redirect) {
        String[] back = {"/segments/runs"};
        Runnable request = () -> {
            LocalDate asOf = businessDate.isBlank() ? null : PossibleDates.read("businessDate", businessDate);
            back[0] = "/segments/runs/" + runs.request(asOf, full).id();
        };
        SentBack.done(redirect, request, "businessDate", businessDate, "full", String.valueOf(full));
        return "redirect:" + back[0];
    }

    @GetMapping("/segments/runs/{id}")
    @Requires(Permission.SEGMENT_READ)
    String show(@PathVariable long id, Model model) {
        var run = runs.get(id);
        model.addAttribute("run", run);
        model.addAttribute(
                "stepsDone",
                run.isFinished() ? SegmentRun.STEPS : runs.progress(run).done());
        return "segment/run";
    }

    /** The same address asked for by a script: only what changes while the run goes on. */
    @GetMapping(value = "/segments/runs/{id}", headers = "HX-Request")
    @Requires(Permission.SEGMENT_READ)
    String progress(@PathVariable long id, Model model) {
        show(id, model);
        return "segment/run :: progress";
    }
}
