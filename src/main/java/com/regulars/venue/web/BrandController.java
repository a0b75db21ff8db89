package com.regulars.venue.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.web.FormFailures;
import com.regulars.venue.Brands;
import com.regulars.venue.Places;
import com.regulars.venue.VenueSetup;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The brand's name, time zone, phone region and language. */
@Controller
@RequestMapping("/venues/brand/edit")
@Requires(Permission.VENUE_EDIT)
@RequiredArgsConstructor
class BrandController {

    private final Brands brands;
    private final Places places;
    private final VenueSetup setup;

    @GetMapping
    String edit(Model model) {
        return form(BrandForm.of(brands.current()), model);
    }

    @PostMapping
    String update(
            @Valid @ModelAttribute("form") BrandForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()
                || !FormFailures.accepts(errors, () -> setup.nameBrand(form.changed(brands.current(), places)))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, model);
        }
        redirect.addFlashAttribute("flash", "venue.saved");
        redirect.addFlashAttribute("flashArgs", new Object[] {form.name()});
        return "redirect:/venues";
    }

    private String form(BrandForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("brand", brands.current());
        model.addAttribute("zones", places.zones());
        model.addAttribute("regions", places.regions());
        return "venue/brand";
    }
}
