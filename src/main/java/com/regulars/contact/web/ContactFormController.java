package com.regulars.contact.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.contact.Channel;
import com.regulars.contact.ContactHistory;
import com.regulars.contact.ContactLog;
import com.regulars.contact.Direction;
import com.regulars.contact.Learnt;
import com.regulars.contact.LogContact;
import com.regulars.customer.Customers;
import com.regulars.customer.observation.ObservationCategory;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.web.FormFailures;
import com.regulars.venue.TimeFormat;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing, editing and correcting entries of the contact log. */
@Controller
@RequiredArgsConstructor
@Requires(Permission.CONTACT_LOG)
class ContactFormController {

    private final ContactLog log;
    private final ContactHistory history;
    private final Customers customers;
    private final TimeFormat times;
    private final Clock clock;

    @GetMapping("/contacts/new")
    String newForm(@RequestParam long customerId, @RequestParam(defaultValue = "CALL") Channel channel, Model model) {
        model.addAttribute("form", ContactForm.empty(customerId, channel, times.local(clock.instant())));
        return form(customerId, "/contacts", model);
    }

    @PostMapping("/contacts")
    String create(
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (form.customerId() == null) {
            throw new NotFoundException("customer", "");
        }
        long customerId = form.customerId();
        if (!accepted(form, customerId, errors, command -> write(form, command))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(customerId, "/contacts", model);
        }
        redirect.addFlashAttribute("flash", "contact.logged");
        return "redirect:/customers/" + customerId;
    }

    @GetMapping("/contacts/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        var contact = history.get(id);
        model.addAttribute("form", ContactForm.of(contact, times));
        return form(contact.customerId(), "/contacts/" + id, model);
    }

    @PostMapping("/contacts/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        long customerId = history.get(id).customerId();
        if (!accepted(form, customerId, errors, command -> log.edit(id, form.versionSeen(), command))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(customerId, "/contacts/" + id, model);
        }
        redirect.addFlashAttribute("flash", "contact.edited");
        return "redirect:/contacts/" + id;
    }

    @GetMapping("/contacts/{id}/correction")
    String correction(@PathVariable long id, Model model) {
        var contact = history.get(id);
        model.addAttribute("form", ContactForm.of(contact, times).correcting(id));
        return form(contact.customerId(), "/contacts", model);
    }

    @PostMapping("/contacts/{id}/next-step-done")
    String completeNextStep(@PathVariable long id, RedirectAttributes redirect) {
        log.completeNextStep(id);
        redirect.addFlashAttribute("flash", "contact.stepDone");
        return "redirect:/contacts/" + id;
    }

    private void write(ContactForm form, LogContact command) {
        if (form.correctsId() != null) {
            log.correct(form.correctsId(), command);
        } else if (form.learnt().isBlank()) {
            log.log(command);
        } else {
            var about = Objects.requireNonNullElse(form.learntAbout(), ObservationCategory.OTHER);
            log.log(command, new Learnt(about, form.learnt()));
        }
    }

    /** Runs the command unless the form is wrong; what the domain refuses joins the form's errors. */
    private boolean accepted(ContactForm form, long customerId, BindingResult errors, Consumer<LogContact> command) {
        return !errors.hasErrors()
                && FormFailures.accepts(
                        errors, () -> command.accept(form.toCommand(customerId, times, clock.instant())));
    }

    private String form(long customerId, String action, Model model) {
        model.addAttribute("customer", customers.get(customerId));
        model.addAttribute("channels", List.of(Channel.values()));
        model.addAttribute("directions", List.of(Direction.values()));
        model.addAttribute("action", action);
        model.addAttribute("learntAbout", List.of(ObservationCategory.values()));
        return "contact/form";
    }
}
