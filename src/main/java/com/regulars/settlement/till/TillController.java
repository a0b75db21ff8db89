package com.regulars.settlement.till;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.settlement.till.TillView.GuestHit;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.MoneyFormat;
import java.util.List;
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

/** The till (R4.7): every key is a form, so it works without JavaScript; with it, only the pane is drawn again. */
@Controller
@RequestMapping("/till")
@Requires(Permission.BILL_SETTLE)
@RequiredArgsConstructor
class TillController {

    private static final String BACK = "redirect:/till";

    private final Till till;
    private final TillScreen screen;
    private final BillDrafts drafts;
    private final CurrentVenue currentVenue;
    private final MoneyFormat money;

    @GetMapping
    String show(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String dish, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("dish", dish);
        model.addAttribute(
                "till",
                screen.show(
                        currentVenue.get(),
                        q.isBlank() ? List.of() : till.findGuests(q.strip()),
                        dish.isBlank() ? List.of() : till.findDishes(dish)));
        return "settlement/till";
    }

    /** A scanned card or the only guest that fits is taken at once; several are offered. */
    @PostMapping("/guest")
    String guest(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long customerId,
            @RequestParam(required = false) @Nullable String cardNumber,
            RedirectAttributes redirect) {
        return orProblem(redirect, () -> {
            if (customerId != null || cardNumber != null || q.isBlank()) {
                till.chooseGuest(currentVenue.get(), customerId, cardNumber);
                redirect.addFlashAttribute("focus", customerId == null && cardNumber == null ? "search" : "dish");
                return;
            }
            List<GuestHit> hits = till.findGuests(q.strip());
            if (hits.size() == 1) {
                choose(hits.getFirst());
                redirect.addFlashAttribute("focus", "dish");
            } else {
                redirect.addAttribute("q", q.strip());
            }
        });
    }

    private void choose(GuestHit hit) {
        var card = hit.card();
        till.chooseGuest(currentVenue.get(), hit.customer().id(), card == null ? null : card.number());
    }

    @PostMapping("/lines")
    String addDish(@RequestParam(defaultValue = "") String dish, RedirectAttributes redirect) {
        redirect.addFlashAttribute("focus", "dish");
        return orProblem(redirect, () -> {
            var hits = dish.isBlank() ? List.<com.regulars.menu.Dish>of() : till.findDishes(dish);
            if (hits.size() == 1) {
                till.addDish(currentVenue.get(), hits.getFirst());
            } else if (!dish.isBlank()) {
                redirect.addAttribute("dish", dish.strip());
            }
        });
    }

    @PostMapping("/free-lines")
    String addLine(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String price,
            @RequestParam(defaultValue = "false") boolean discountable,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute("focus", "dish");
        return orProblem(redirect, () -> {
            if (name.isBlank() || name.length() > 200) {
                throw new InvalidFieldException("name", "NotBlank");
            }
            till.addLine(currentVenue.get(), name.strip(), money.parse("price", price), discountable);
        });
    }

    @PostMapping("/lines/{index}")
    String changeLine(
            @PathVariable int index, @RequestParam(defaultValue = "0") long quantity, RedirectAttributes redirect) {
        redirect.addFlashAttribute("focus", "dish");
        drafts.change(currentVenue.get(), draft -> draft.withQuantity(index, quantity));
        return BACK;
    }

    @PostMapping("/payment")
    String pay(
            @RequestParam Payment payment,
            @RequestParam(defaultValue = "") String balancePart,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute("focus", payment == Payment.CASH ? "cash" : "settle");
        return orProblem(redirect, () -> {
            long part =
                    balancePart.isBlank() || payment == Payment.BALANCE ? 0 : money.parse("balancePart", balancePart);
            drafts.change(currentVenue.get(), draft -> draft.withPayment(payment, part));
        });
    }

    @PostMapping("/points")
    String usePoints(@RequestParam boolean use, RedirectAttributes redirect) {
        redirect.addFlashAttribute("focus", "settle");
        drafts.change(currentVenue.get(), draft -> draft.withPoints(use));
        return BACK;
    }

    @PostMapping("/settle")
    String settle(
            @RequestParam String requestId,
            @RequestParam long payableMinor,
            @RequestParam(defaultValue = "") String cash,
            @RequestParam(required = false) @Nullable String pin,
            RedirectAttributes redirect) {
        return orProblem(redirect, () -> {
            long handed = cash.isBlank() ? 0 : money.parse("cash", cash);
            String typed = pin == null || pin.isBlank() ? null : pin;
            till.settle(currentVenue.get(), requestId, payableMinor, handed, typed);
            redirect.addFlashAttribute("focus", "next");
        });
    }

    @PostMapping("/next")
    String next() {
        drafts.discard(currentVenue.get());
        return BACK;
    }

    /** What is refused is said on the till; the bill stays as it is. */
    private static String orProblem(RedirectAttributes redirect, Runnable work) {
        try {
            work.run();
        } catch (RefusedException refused) {
            problem(redirect, "refused." + refused.getCode(), refused.getArgs().toArray());
        } catch (InvalidFieldException invalid) {
            problem(redirect, "invalid." + invalid.getCode(), invalid.getArgs());
            redirect.addFlashAttribute("problemField", invalid.getField());
        }
        return BACK;
    }

    private static void problem(RedirectAttributes redirect, String key, Object[] args) {
        redirect.addFlashAttribute("problem", key);
        redirect.addFlashAttribute("problemArgs", args);
    }
}
