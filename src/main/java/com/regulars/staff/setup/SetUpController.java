package com.regulars.staff.setup;

import com.regulars.access.OpenToAll;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.web.FormFailures;
import com.regulars.venue.Places;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first start: brand, first venue and owner, by the link printed in the log. */
@Controller
@RequestMapping("/setup")
@OpenToAll
@RequiredArgsConstructor
class SetUpController {

    private final FirstStart firstStart;
    private final Places places;

    @GetMapping
    String show(@RequestParam(defaultValue = "") String token, Locale language, Model model) {
        requireOpen(token);
        return page(SetUpForm.start(token, language.getLanguage().equals("en") ? "en" : "zh"), model);
    }

    @PostMapping
    String setUp(
            @Valid @ModelAttribute("form") SetUpForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        requireOpen(form.token() == null ? "" : form.token());
        if (form.password() != null && !form.password().equals(form.again())) {
            FormFailures.addTo(errors, new InvalidFieldException("again", "passwordNotSame"));
        }
        if (errors.hasErrors()
                || !FormFailures.accepts(errors, () -> firstStart.setUp(form.token(), form.toCommand(places)))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, model);
        }
        redirect.addFlashAttribute("flash", "staff.setup.done");
        return "redirect:/login";
    }

    private String page(SetUpForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("zones", places.zones());
        model.addAttribute("regions", places.regions());
        model.addAttribute("currencies", places.currencies());
        return "staff/setup";
    }

    private void requireOpen(String token) {
        if (!firstStart.isOpen(token)) {
            throw new RefusedException("LINK_NOT_VALID");
        }
    }
}
