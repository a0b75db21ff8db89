package com.regulars.settlement.till;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.MoneyFormat;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The till (R4.7): every key is a form, so it works without JavaScript; with it, only the pane is drawn again. */
@Controller
@RequestMapping("/till")
@Requires(Permission.BILL_SETTLE)
@RequiredArgsConstructor
class TillController {

    private final Till till;
    private final GuestSearch guests;
    private final TillScreen screen;
    private final BillDrafts drafts;
    private final CurrentVenue currentVenue;
    private final MoneyFormat money;

    /** Draws the till; what the last key left open, guests or dishes to choose from, comes with the model. */
    @GetMapping
    String show(Model model) {
        String q = left("q", model);
        String dish = left("dish", model);
        model.addAttribute(
                "till",
                screen.show(
                        currentVenue.get(),
                        q.isBlank() ? List.of() : guests.find(q.strip()),
                        dish.isBlank() ? List.of() : till.findDishes(dish)));
        return "settlement/till";
    }

    private static String left(String name, Model model) {
        return model.getAttribute(name) instanceof String text ? text : "";
    }

    @PostMapping("/payment")
    String pay(
            @RequestParam Payment payment,
            @RequestParam(defaultValue = "") String balancePart,
            @RequestParam(required = false) @Nullable String seen,
            RedirectAttributes redirect) {
        var answer = new TillAnswer(redirect).focus(payment == Payment.CASH ? "till-cash" : "till-go");
        return answer.orProblem(
                () -> {
                    long part = balancePart.isBlank() || payment == Payment.BALANCE
                            ? 0
                            : money.parse("balancePart", balancePart);
                    drafts.change(currentVenue.get(), seen, draft -> draft.withPayment(payment, part));
                },
                "balancePart",
                balancePart);
    }

    @PostMapping("/points")
    String usePoints(
            @RequestParam boolean use,
            @RequestParam(required = false) @Nullable String seen,
            RedirectAttributes redirect) {
        return new TillAnswer(redirect)
                .focus("till-go")
                .orProblem(() -> drafts.change(currentVenue.get(), seen, draft -> draft.withPoints(use)));
    }

    @PostMapping("/settle")
    String settle(
            @RequestParam String requestId,
            @RequestParam(required = false) @Nullable String seen,
            @RequestParam long payableMinor,
            @RequestParam(defaultValue = "") String cash,
            @RequestParam(required = false) @Nullable Long cashSeen,
            @RequestParam(required = false) @Nullable String pin,
            RedirectAttributes redirect) {
        var answer = new TillAnswer(redirect).focus("till-next");
        return answer.orProblem(
                () -> {
                    Long handed = cash.isBlank() ? null : (Long) money.parse("cash", cash);
                    if (handed != null) {
                        answer.give("cashSeen", handed);
                    }
                    String typed = pin == null || pin.isBlank() ? null : pin;
                    till.settle(currentVenue.get(), new PayNow(requestId, seen, payableMinor, handed, cashSeen, typed));
                },
                "cash",
                cash);
    }

    /** Brings back the bill that was cleared last, with its guest. */
    @PostMapping("/restores")
    String restore(@RequestParam(required = false) @Nullable String seen, RedirectAttributes redirect) {
        return new TillAnswer(redirect)
                .focus("till-dish")
                .orProblem(() -> drafts.change(currentVenue.get(), seen, BillDraft::withClearedBill));
    }

    @PostMapping("/next")
    String next(@RequestParam(required = false) @Nullable String seen, RedirectAttributes redirect) {
        return new TillAnswer(redirect).focus("till-search").orProblem(() -> drafts.next(currentVenue.get(), seen));
    }
}
