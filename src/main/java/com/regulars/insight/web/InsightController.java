package com.regulars.insight.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.insight.OverviewReading;
import com.regulars.segment.SegmentState;
import com.regulars.segment.report.SegmentReports;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What managers see on one page; each figure leads to the list behind it (R7.2). */
@Controller
@RequiredArgsConstructor
@Requires(Permission.INSIGHT_READ)
class InsightController {

    private final OverviewReading reading;
    private final SegmentReports segments;

    @GetMapping("/insight")
    String show(Model model) {
        model.addAttribute("overview", reading.read());
        model.addAttribute("summary", segments.findNewest().orElse(null));
        model.addAttribute("states", SegmentState.QUADRANTS);
        return "insight/show";
    }
}
