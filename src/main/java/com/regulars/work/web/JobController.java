package com.regulars.work.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.work.Jobs;
import com.regulars.work.RejectedRows;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Long work: left, found again, cancelled, with its result. */
@Controller
@RequestMapping("/jobs")
@RequiredArgsConstructor
@Requires(Permission.SIGNED_IN)
class JobController {

    private static final int SHOWN = 50;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Jobs jobs;
    private final RejectedRows rejected;

    @GetMapping
    String list(Model model) {
        model.addAttribute("jobs", jobs.newest(SHOWN));
        return "work/jobs";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("job", jobs.get(id));
        model.addAttribute("rights", jobs.rights(id));
        return "work/job";
    }

    @HxRequest
    @GetMapping("/{id}")
    String progress(@PathVariable long id, Model model) {
        show(id, model);
        return "work/_job :: progress";
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable long id) {
        jobs.cancel(id);
        return "redirect:/jobs/" + id;
    }

    /** With a byte order mark, because this file is for spreadsheets. */
    @GetMapping("/{id}/rejected")
    void rejected(@PathVariable long id, HttpServletResponse response, Locale language) throws IOException {
        var file = rejected.fetch(id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"rejected-" + id + ".csv\"");
        var out = response.getOutputStream();
        out.write(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        file.writeTo(out, language);
    }
}
