package com.regulars.feedback.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.CustomerExistsException;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.Customers;
import com.regulars.customer.RegisterCustomer;
import com.regulars.feedback.Severity;
import com.regulars.feedback.TicketCategory;
import com.regulars.feedback.TicketSource;
import com.regulars.feedback.Tickets;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.web.FormFailures;
import com.regulars.venue.OpenVenues;
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

/** Taking a guest's word at the desk, at the table or on the telephone. */
@Controller
@RequiredArgsConstructor
@Requires(Permission.FEEDBACK_TAKE)
class TicketFormController {

    private static final int FOUND = 8;

    private final Tickets tickets;
    private final CustomerRegistration registration;
    private final Customers customers;
    private final OpenVenues openVenues;

    @GetMapping("/feedback/new")
    String newForm(
            @RequestParam(required = false) @Nullable Long customerId,
            @RequestParam(defaultValue = "") String guestQuery,
            Model model) {
        model.addAttribute("guestQuery", guestQuery.strip());
        if (!guestQuery.isBlank()) {
            model.addAttribute("found", customers.search(guestQuery.strip(), FOUND));
        }
        return form(TicketForm.empty(customerId), model);
    }

    @PostMapping("/feedback")
    String create(
            @Valid @ModelAttribute("form") TicketForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Long guest = errors.hasErrors() ? null : guest(form, errors, model);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, model);
        }
        var ticket = tickets.take(form.toCommand(openVenues.require(form.venueCode()), guest));
        redirect.addFlashAttribute("flash", "feedback.taken");
        redirect.addFlashAttribute("flashArgs", new Object[] {ticket.number()});
        return "redirect:/feedback/" + ticket.id();
    }

    /** The chosen guest, or the one who has just got a card; null for one who is not on file and stays so. */
    private @Nullable Long guest(TicketForm form, BindingResult errors, Model model) {
        if (!form.asksForACard()) {
            return form.customerId();
        }
        if (form.guestName().isBlank()) {
            FormFailures.addTo(errors, new InvalidFieldException("guestName", "NotBlank"));
            return null;
        }
        try {
            return registration
                    .register(RegisterCustomer.person(form.guestName(), form.guestPhone()))
                    .id();
        } catch (CustomerExistsException known) {
            FormFailures.addTo(errors, known);
            model.addAttribute("found", List.of(customers.get(known.existingId())));
        } catch (InvalidFieldException wrong) {
            String field = wrong.getField().equals("phone") ? "guestPhone" : "guestName";
            FormFailures.addTo(errors, new InvalidFieldException(field, wrong.getCode(), wrong.getArgs()));
        }
        return null;
    }

    private String form(TicketForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("venues", openVenues.all());
        model.addAttribute("sources", List.of(TicketSource.values()));
        model.addAttribute("categories", List.of(TicketCategory.values()));
        model.addAttribute("severities", List.of(Severity.values()));
        if (form.customerId() != null) {
            model.addAttribute("customer", customers.get(form.customerId()));
        }
        return "feedback/form";
    }
}
