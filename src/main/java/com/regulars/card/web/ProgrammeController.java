package com.regulars.card.web;

import static com.regulars.access.Permission.PROGRAMME_EDIT;
import static com.regulars.access.Permission.PROGRAMME_READ;

import com.regulars.access.Requires;
import com.regulars.card.programme.ProgrammeEditing;
import com.regulars.card.programme.ProgrammeSummary;
import com.regulars.card.programme.Programmes;
import com.regulars.ledger.SpendOrder;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.web.FormFailures;
import com.regulars.venue.MoneyFormat;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
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

/** The card programmes with their terms in plain words, and the form that creates one. */
@Controller
@RequestMapping("/programmes")
@RequiredArgsConstructor
class ProgrammeController {

    private final Programmes programmes;
    private final ProgrammeEditing editing;
    private final ProgrammeWords words;
    private final MoneyFormat money;

    @GetMapping
    @Requires(PROGRAMME_READ)
    String list(Locale language, Model model) {
        Map<ProgrammeSummary, List<String>> terms = new LinkedHashMap<>();
        programmes.all().forEach(programme -> terms.put(programme, words.terms(programme, language)));
        model.addAttribute("programmes", terms);
        return "card/programmes";
    }

    @GetMapping("/{code}")
    @Requires(PROGRAMME_READ)
    String show(@PathVariable String code, Locale language, Model model) {
        ProgrammeSummary programme = programmes.get(code);
        model.addAttribute("programme", programme);
        model.addAttribute("terms", words.terms(programme, language));
        return "card/programme";
    }

    @GetMapping("/new")
    @Requires(PROGRAMME_EDIT)
    String newForm(Model model) {
        return form(ProgrammeForm.suggested(), model);
    }

    @PostMapping
    @Requires(PROGRAMME_EDIT)
    String create(
            @Valid @ModelAttribute("form") ProgrammeForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                ProgrammeSummary created = editing.create(form.toCommand(money));
                redirect.addFlashAttribute("flash", "card.programme.created");
                redirect.addFlashAttribute("flashArgs", new Object[] {created.name()});
                return "redirect:/programmes/" + created.code();
            } catch (InvalidFieldException invalid) {
                FormFailures.addTo(errors, invalid);
            } catch (RefusedException refused) {
                FormFailures.addTo(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, model);
    }

    private static String form(ProgrammeForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("spendOrders", SpendOrder.values());
        model.addAttribute("pinRules", ProgrammeForm.PinRule.values());
        return "card/programme-form";
    }
}
