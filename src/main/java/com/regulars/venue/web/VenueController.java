package com.regulars.venue.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.web.FormFailures;
import com.regulars.venue.Brands;
import com.regulars.venue.Places;
import com.regulars.venue.VenueSetup;
import com.regulars.venue.Venues;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalTime;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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

/** The venues of the brand: where they are and when their business day ends. */
@Controller
@RequestMapping("/venues")
@Requires(Permission.VENUE_EDIT)
@RequiredArgsConstructor
class VenueController {

    private final Venues venues;
    private final Brands brands;
    private final Places places;
    private final VenueSetup setup;

    @GetMapping
    String list(Model model) {
        model.addAttribute("venues", venues.all());
        model.addAttribute("brand", brands.current());
        return "venue/list";
    }

    @GetMapping("/new")
    String newForm(Model model) {
        return form(VenueForm.empty(brands.current().zone()), null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") VenueForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors() && venues.findByCode(form.code()).isPresent()) {
            FormFailures.addTo(errors, new InvalidFieldException("code", "nameTaken", form.code()));
        }
        return save(form, errors, null, model, response, redirect);
    }

    @GetMapping("/{code}")
    String edit(@PathVariable String code, Model model) {
        return form(VenueForm.of(venues.getByCode(code)), code, model);
    }

    @PostMapping("/{code}")
    String update(
            @PathVariable String code,
            @Valid @ModelAttribute("form") VenueForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        venues.getByCode(code);
        return save(form, errors, code, model, response, redirect);
    }

    private String save(
            VenueForm form,
            BindingResult errors,
            @Nullable String known,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors() || !FormFailures.accepts(errors, () -> open(form))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, known, model);
        }
        redirect.addFlashAttribute("flash", "venue.saved");
        redirect.addFlashAttribute("flashArgs", new Object[] {form.name()});
        return "redirect:/venues";
    }

    private void open(VenueForm form) {
        setup.open(
                form.code(),
                form.name().strip(),
                places.zone("zone", form.zone()),
                LocalTime.parse(form.dayEnd()),
                form.address() == null ? "" : form.address().strip(),
                form.phone() == null ? "" : form.phone().strip());
    }

    private String form(VenueForm form, @Nullable String known, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("known", known);
        model.addAttribute("zones", places.zones());
        return "venue/form";
    }
}
