package com.regulars.card.web;

import static com.regulars.access.Permission.CARD_READ;
import static com.regulars.access.Permission.CARD_TOP_UP;
import static com.regulars.access.Permission.TOP_UP_REFUND;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.card.CardTurns;
import com.regulars.card.topup.RefundCause;
import com.regulars.card.topup.RefundTopUp;
import com.regulars.card.topup.ReversalSlip;
import com.regulars.card.topup.ReversedTopUp;
import com.regulars.card.topup.TopUpQueries;
import com.regulars.card.topup.TopUpReversals;
import com.regulars.card.topup.TopUpReversing;
import com.regulars.customer.Customers;
import com.regulars.ledger.TenderType;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import com.regulars.shared.web.SentBack;
import com.regulars.staff.signin.SecondPerson;
import com.regulars.venue.Venues;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Paying a top-up out again, with the calculation shown before; taking one back that was a mistake (R4.10). */
@Controller
@RequestMapping("/cards/top-ups")
@RequiredArgsConstructor
class TopUpReversalController {

    private final TopUpReversing reversing;
    private final TopUpReversals reversals;
    private final TopUpQueries topUps;
    private final CardTurns turns;
    private final IdempotentRequests requests;
    private final SecondPerson secondPerson;
    private final CurrentActor currentActor;
    private final Customers customers;
    private final Venues venues;

    @GetMapping("/{id}/refund")
    @Requires(CARD_TOP_UP)
    String refundForm(@PathVariable long id, Model model) {
        var preview = reversals.preview(id);
        model.addAttribute("preview", preview);
        model.addAttribute("holder", customers.get(preview.topUp().customerId()));
        model.addAttribute("tenders", IssueController.TENDERS);
        model.addAttribute("requestId", UUID.randomUUID().toString());
        return "card/top-up-refund";
    }

    @PostMapping("/{id}/refunds")
    @Requires(CARD_TOP_UP)
    String refund(
            @PathVariable long id,
            @RequestParam RefundCause cause,
            @RequestParam TenderType tender,
            @RequestParam String requestId,
            @RequestParam(defaultValue = "") String approver,
            @RequestParam(defaultValue = "") String approverPassword,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var command = new RefundTopUp(id, cause, tender, null);
        Supplier<String> work = () -> {
            Actor second = second(approver, approverPassword, request);
            return once(
                    "top-up.refund",
                    requestId,
                    id,
                    command,
                    () -> second == null ? reversing.refund(command) : reversing.refundApproved(command, second));
        };
        return SentBack.answer(
                        redirect, work, SecondPerson.NAME, approver, "cause", cause.name(), "tender", tender.name())
                .map(TopUpReversalController::slipOf)
                .orElseGet(() -> formOf(id));
    }

    @PostMapping("/{id}/voids")
    @Requires(CARD_TOP_UP)
    String takeBack(
            @PathVariable long id,
            @RequestParam String requestId,
            @RequestParam(defaultValue = "") String approver,
            @RequestParam(defaultValue = "") String approverPassword,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Supplier<String> work = () -> {
            Actor second = second(approver, approverPassword, request);
            return once(
                    "top-up.void",
                    requestId,
                    id,
                    id,
                    () -> second == null ? reversing.takeBack(id) : reversing.takeBackApproved(id, second));
        };
        return SentBack.answer(redirect, work, SecondPerson.NAME, approver)
                .map(TopUpReversalController::slipOf)
                .orElseGet(() -> formOf(id));
    }

    /** Null for whoever may do it alone. */
    private @Nullable Actor second(String approver, String password, HttpServletRequest request) {
        return currentActor.get().may(TOP_UP_REFUND)
                ? null
                : secondPerson.allowing(TOP_UP_REFUND, approver, password, request.getRemoteAddr());
    }

    /** @return the id of the reversal */
    private String once(String operation, String requestId, long topUp, Object payload, Supplier<ReversedTopUp> work) {
        String card = topUps.get(topUp).cardNumber();
        var key = new IdempotencyKey(requestId);
        return turns.inTurn(
                        List.of(card),
                        () -> requests.once(
                                operation,
                                key,
                                payload,
                                claim -> Done.of(work.get().id())))
                .reference();
    }

    private static String slipOf(String reversal) {
        return "redirect:/cards/top-ups/reversals/" + reversal;
    }

    private static String formOf(long id) {
        return "redirect:/cards/top-ups/" + id + "/refund";
    }

    @GetMapping("/reversals/{id}")
    @Requires(CARD_READ)
    String slip(@PathVariable long id, Model model) {
        ReversalSlip slip = reversals.get(id);
        model.addAttribute("slip", slip);
        model.addAttribute("venue", venues.get(slip.topUp().venueId()));
        model.addAttribute("holder", customers.get(slip.topUp().customerId()));
        return "card/top-up-reversal";
    }
}
