package com.regulars.coupon.web;

import static com.regulars.access.Permission.PROGRAMME_EDIT;
import static com.regulars.access.Permission.PROGRAMME_READ;

import com.regulars.access.Requires;
import com.regulars.coupon.CouponTemplates;
import com.regulars.coupon.TemplateSummary;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.web.FormFailures;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.Venues;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The kinds of coupons with their rules in plain words, and the form that makes one. */
@Controller
@RequestMapping("/coupons")
@RequiredArgsConstructor
class TemplateController {

    private final CouponTemplates templates;
    private final Venues venues;
    private final MoneyFormat money;

    @GetMapping
    @Requires(PROGRAMME_READ)
    String list(Model model) {
        model.addAttribute("templates", templates.all());
        return "coupon/list";
    }

    @GetMapping("/new")
    @Requires(PROGRAMME_EDIT)
    String newForm(Model model, Locale language) {
        return form(TemplateForm.suggested(), language, model);
    }

    @PostMapping
    @Requires(PROGRAMME_EDIT)
    String create(
            @Valid @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                TemplateSummary created = templates.create(form.toCommand(money));
                redirect.addFlashAttribute("flash", "coupon.created");
                redirect.addFlashAttribute("flashArgs", new Object[] {created.name()});
                return "redirect:/coupons";
            } catch (InvalidFieldException invalid) {
                FormFailures.addTo(errors, invalid);
            } catch (RefusedException refused) {
                FormFailures.addTo(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, language, model);
    }

    @PostMapping("/kinds/{code}/end")
    @Requires(PROGRAMME_EDIT)
    String end(@PathVariable String code, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", "coupon.ended");
        redirect.addFlashAttribute(
                "flashArgs", new Object[] {templates.end(code).name()});
        return "redirect:/coupons";
    }

    private String form(TemplateForm form, Locale language, Model model) {
        Map<DayOfWeek, String> days = new LinkedHashMap<>();
        Arrays.stream(DayOfWeek.values()).forEach(day -> days.put(day, day.getDisplayName(TextStyle.SHORT, language)));
        model.addAttribute("form", form);
        model.addAttribute("worths", TemplateForm.Worth.values());
        model.addAttribute("days", days);
        model.addAttribute("venues", venues.all());
        return "coupon/form";
    }
}
