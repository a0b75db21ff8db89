package com.regulars.feedback.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.feedback.TicketWork;
import com.regulars.shared.web.FormFailures;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of a ticket that need words: they come back with the page when they are missing. */
@Controller
@RequiredArgsConstructor
@Requires(Permission.FEEDBACK_TAKE)
class TicketWorkController {

    private final TicketWork work;
    private final TicketPage ticketPage;

    /** A step that takes what was written. */
    private interface Step {
        void take(long id, int version, String words);
    }

    @PostMapping("/feedback/{id}/notes")
    String note(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TicketWords form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(id, "note", work::note, form, errors, model, response, redirect);
    }

    @PostMapping("/feedback/{id}/questions")
    String waitForGuest(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TicketWords form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(id, "wait", work::waitForGuest, form, errors, model, response, redirect);
    }

    @PostMapping("/feedback/{id}/answers")
    String resume(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TicketWords form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(id, "resume", work::resume, form, errors, model, response, redirect);
    }

    @PostMapping("/feedback/{id}/solution")
    String solve(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TicketWords form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(id, "solve", work::solve, form, errors, model, response, redirect);
    }

    @PostMapping("/feedback/{id}/reopenings")
    @Requires(Permission.FEEDBACK_SOLVE)
    String reopen(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TicketWords form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(id, "reopen", work::reopen, form, errors, model, response, redirect);
    }

    @PostMapping("/feedback/{id}/offer")
    String offer(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TicketOffer form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Runnable step = () -> work.offer(id, form.versionSeen(), form.colleague(), form.words());
        return answer(id, "offer", step, errors, model, response, redirect);
    }

    @PostMapping("/feedback/{id}/offer/refusal")
    String declineOffer(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TicketOffer form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Runnable step = () -> work.declineOffer(id, form.versionSeen(), form.words());
        return answer(id, "decline", step, errors, model, response, redirect);
    }

    private String answer(
            long id,
            String name,
            Step step,
            TicketWords form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(
                id, name, () -> step.take(id, form.versionSeen(), form.words()), errors, model, response, redirect);
    }

    private String answer(
            long id,
            String name,
            Runnable step,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors() || !FormFailures.accepts(errors, step)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrongStep", name);
            return ticketPage.show(id, model);
        }
        redirect.addFlashAttribute("flash", "feedback.done." + name);
        return "redirect:/feedback/" + id;
    }
}
