package com.regulars.visit.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.transfer.CustomerImports;
import com.regulars.visit.VisitImports;
import com.regulars.work.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.ToLongBiFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Uploading files of customers and visits. */
@Controller
@RequestMapping("/imports")
@RequiredArgsConstructor
@Requires(Permission.CUSTOMER_IMPORT)
class ImportController {

    private static final int SHOWN = 10;

    private final CustomerImports customers;
    private final VisitImports visits;
    private final Jobs jobs;

    @GetMapping
    String list(Model model) {
        model.addAttribute("jobs", jobs.newest(SHOWN));
        return "visit/imports";
    }

    @PostMapping("/customers")
    String importCustomers(@RequestParam MultipartFile file, RedirectAttributes redirect) throws IOException {
        return started(file, redirect, customers::start);
    }

    @PostMapping("/visits")
    String importVisits(@RequestParam MultipartFile file, RedirectAttributes redirect) throws IOException {
        return started(file, redirect, visits::start);
    }

    private static String started(
            MultipartFile file, RedirectAttributes redirect, ToLongBiFunction<InputStream, String> start)
            throws IOException {
        if (file.isEmpty()) {
            redirect.addFlashAttribute("flashError", "refused.IMPORT_EMPTY");
            return "redirect:/imports";
        }
        try (var content = file.getInputStream()) {
            return "redirect:/jobs/" + start.applyAsLong(content, String.valueOf(file.getOriginalFilename()));
        }
    }
}
