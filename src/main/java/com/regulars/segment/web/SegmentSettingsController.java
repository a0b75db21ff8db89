package com.regulars.segment.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.segment.rating.CutRule;
import com.regulars.segment.rating.SegmentSettings;
import com.regulars.segment.run.SegmentSettingsBook;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.venue.MoneyFormat;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of the rating: window, cut-offs, value classes (R5.2, R5.4). */
@Controller
@RequiredArgsConstructor
@Requires(Permission.SEGMENT_SETTINGS)
class SegmentSettingsController {

    private final SegmentSettingsBook settings;
    private final MoneyFormat money;

    @GetMapping("/segments/settings")
    String edit(Model model) {
        model.addAttribute("form", SegmentSettingsForm.of(settings.current(), money));
        return form(model);
    }

    @PostMapping("/segments/settings")
    String update(
            @Valid @ModelAttribute("form") SegmentSettingsForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            save(form, errors);
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model);
        }
        redirect.addFlashAttribute("flash", "segment.settings.saved");
        return "redirect:/segments";
    }

    /** Keeps cut-offs that were tried on the dashboard. */
    @PostMapping("/segments/settings/cuts")
    String keepCuts(@RequestParam long visits, @RequestParam String spend, RedirectAttributes redirect) {
        if (visits < 1) {
            throw new InvalidFieldException("visits", "type");
        }
        SegmentSettings now = settings.current();
        settings.change(new SegmentSettings(
                now.windowDays(),
                new CutRule.Fixed(visits, money.parse("spend", spend)),
                now.keyAccountMinor(),
                now.regularAccountMinor()));
        redirect.addFlashAttribute("flash", "segment.settings.saved");
        return "redirect:/segments";
    }

    private void save(SegmentSettingsForm form, BindingResult errors) {
        CutRule cut = cut(form, errors);
        Long key = amount("keyAccount", form.keyAccount(), errors);
        Long regular = amount("regularAccount", form.regularAccount(), errors);
        Integer windowDays = form.windowDays();
        if (cut == null || key == null || regular == null || windowDays == null) {
            return;
        }
        try {
            settings.change(new SegmentSettings(windowDays, cut, key, regular));
        } catch (RefusedException reversed) {
            errors.rejectValue("keyAccount", "valueClasses");
        }
    }

    private @Nullable CutRule cut(SegmentSettingsForm form, BindingResult errors) {
        if (form.mode() == SegmentSettingsApi.Mode.FIXED) {
            Long visits = form.cutVisits();
            Long spend = amount("cutSpend", form.cutSpend(), errors);
            required("cutVisits", visits, errors);
            return visits == null || spend == null ? null : new CutRule.Fixed(visits, spend);
        }
        Integer visits = form.percentileVisits();
        Integer spend = form.percentileSpend();
        required("percentileVisits", visits, errors);
        required("percentileSpend", spend, errors);
        return visits == null || spend == null ? null : new CutRule.Percentile(visits, spend);
    }

    private static void required(String field, @Nullable Object value, BindingResult errors) {
        if (value == null) {
            errors.rejectValue(field, "NotNull");
        }
    }

    private @Nullable Long amount(String field, String typed, BindingResult errors) {
        try {
            return money.parse(field, typed);
        } catch (InvalidFieldException wrong) {
            errors.rejectValue(field, wrong.getCode());
            return null;
        }
    }

    private static String form(Model model) {
        model.addAttribute("modes", List.of(SegmentSettingsApi.Mode.values()));
        return "segment/form";
    }
}
