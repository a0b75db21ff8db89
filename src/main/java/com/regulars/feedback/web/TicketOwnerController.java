package com.regulars.feedback.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.feedback.TicketWork;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is responsible for a ticket, and the steps that need no words (R3.3). */
@Controller
@RequiredArgsConstructor
@Requires(Permission.FEEDBACK_TAKE)
class TicketOwnerController {

    private final TicketWork work;

    @PostMapping("/feedback/{id}/claim")
    String claim(@PathVariable long id, @RequestParam int version, RedirectAttributes redirect) {
        work.claim(id, version);
        return done(id, "claim", redirect);
    }

    @PostMapping("/feedback/{id}/begin")
    String begin(@PathVariable long id, @RequestParam int version, RedirectAttributes redirect) {
        work.begin(id, version);
        return done(id, "begin", redirect);
    }

    @PostMapping("/feedback/{id}/offer/withdrawal")
    String withdrawOffer(@PathVariable long id, @RequestParam int version, RedirectAttributes redirect) {
        work.withdrawOffer(id, version);
        return done(id, "withdraw", redirect);
    }

    @PostMapping("/feedback/{id}/offer/acceptance")
    String acceptOffer(@PathVariable long id, @RequestParam int version, RedirectAttributes redirect) {
        work.acceptOffer(id, version);
        return done(id, "accept", redirect);
    }

    @PostMapping("/feedback/{id}/closure")
    @Requires(Permission.FEEDBACK_SOLVE)
    String close(@PathVariable long id, @RequestParam int version, RedirectAttributes redirect) {
        work.close(id, version);
        return done(id, "close", redirect);
    }

    private static String done(long id, String step, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", "feedback.done." + step);
        return "redirect:/feedback/" + id;
    }
}
