package com.regulars.card.web;

import static com.regulars.access.Permission.CARD_ISSUE;
import static com.regulars.access.Permission.CARD_READ;
import static com.regulars.access.Permission.CARD_REPLACE;
import static com.regulars.access.Permission.CARD_REPORT_LOST;

import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.card.CardFreezing;
import com.regulars.card.CardReplacing;
import com.regulars.card.CardSummary;
import com.regulars.card.CardTurns;
import com.regulars.card.Cards;
import com.regulars.card.ReplacementSlip;
import com.regulars.card.Replacements;
import com.regulars.customer.Customers;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.staff.signin.SecondPerson;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venues;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A card that is lost, and the one that takes its place (挂失, 补卡). */
@Controller
@RequestMapping("/cards/{number}")
@RequiredArgsConstructor
class CardLifeController {

    private final Cards cards;
    private final CardFreezing freezing;
    private final CardReplacing replacing;
    private final Replacements replacements;
    private final CardTurns turns;
    private final IdempotentRequests requests;
    private final SecondPerson secondPerson;
    private final CurrentActor currentActor;
    private final CurrentVenue currentVenue;
    private final Customers customers;
    private final Venues venues;

    @PostMapping("/loss-reports")
    @Requires(CARD_REPORT_LOST)
    String reportLost(@PathVariable String number, RedirectAttributes redirect) {
        try {
            CardSummary card = freezing.reportLost(number);
            redirect.addFlashAttribute("flash", "card.lost.done");
            redirect.addFlashAttribute("flashArgs", new Object[] {card.maskedNumber()});
        } catch (RefusedException refused) {
            redirect.addFlashAttribute("flashError", "refused." + refused.getCode());
        }
        return "redirect:/cards/" + number;
    }

    /** At once by who may, by everybody else who issues cards with a second person's sign-in. */
    @PostMapping("/replacements")
    @Requires(CARD_ISSUE)
    String replace(
            @PathVariable String number,
            @RequestParam String requestId,
            @RequestParam(defaultValue = "") String approver,
            @RequestParam(defaultValue = "") String approverPassword,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        try {
            long venueId = currentVenue.get().id();
            Supplier<CardSummary> replacement;
            if (currentActor.get().may(CARD_REPLACE)) {
                replacement = () -> replacing.replace(number, venueId);
            } else {
                var second = secondPerson.allowing(CARD_REPLACE, approver, approverPassword, request.getRemoteAddr());
                replacement = () -> replacing.replaceApproved(number, venueId, second);
            }
            var key = new IdempotencyKey(requestId);
            turns.inTurn(
                    List.of(number),
                    () -> requests.once(
                            "card.replace",
                            key,
                            number,
                            claim -> Done.of(replacement.get().number())));
            return "redirect:/cards/" + number + "/replacement";
        } catch (InvalidFieldException invalid) {
            refused("invalid." + invalid.getCode(), invalid.getArgs(), invalid.getField(), approver, redirect);
        } catch (RefusedException refused) {
            refused("refused." + refused.getCode(), refused.getArgs().toArray(), SecondPerson.NAME, approver, redirect);
        }
        return "redirect:/cards/" + number;
    }

    private static void refused(
            String message, Object[] args, String field, String approver, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flashError", message);
        redirect.addFlashAttribute("flashArgs", args);
        redirect.addFlashAttribute("wrongReplacement", field);
        redirect.addFlashAttribute("replacementApprover", approver);
    }

    @GetMapping("/replacement")
    @Requires(CARD_READ)
    String slip(@PathVariable String number, Model model) {
        ReplacementSlip slip = replacements.slip(number);
        model.addAttribute("slip", slip);
        model.addAttribute("venue", venues.get(slip.venueId()));
        model.addAttribute("holder", customers.get(slip.card().customerId()));
        return "card/replacement";
    }
}
