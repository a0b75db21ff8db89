package com.regulars.shift.web;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.PlainText;
import com.regulars.shared.RefusedException;
import com.regulars.shift.CashDrawer;
import com.regulars.shift.CashMovement.Direction;
import com.regulars.shift.CloseShift;
import com.regulars.shift.Denominations;
import com.regulars.shift.MoveCash;
import com.regulars.shift.ShiftClosing;
import com.regulars.shift.web.ShiftForms.HandoverForm;
import com.regulars.shift.web.ShiftForms.MovementForm;
import com.regulars.staff.signin.SecondPerson;
import com.regulars.venue.MoneyFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One shift: its drawer while it runs, the blind count that ends it, then the difference and the next cashier. */
@Controller
@RequestMapping("/shifts/{id}")
@Requires(Permission.BILL_SETTLE)
@RequiredArgsConstructor
class ShiftController {

    private final ShiftPages pages;
    private final ShiftClosing closing;
    private final CashDrawer drawer;
    private final Denominations denominations;
    private final IdempotentRequests requests;
    private final SecondPerson secondPerson;
    private final MoneyFormat money;

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return pages.show(id, Map.of(), model);
    }

    @PostMapping("/cash-movements")
    String moveCash(
            @PathVariable long id,
            @ModelAttribute("movement") MovementForm form,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return orAgain(
                () -> {
                    var command = new MoveCash(id, direction(form), amount(form), ShiftForms.reason(form.reason()));
                    requests.once(
                            "shift.cash",
                            IdempotencyKey.of(form.requestId()),
                            command,
                            claim -> Done.of(drawer.move(command).id()));
                    redirect.addFlashAttribute("flash", "shift.cash.done");
                    redirect.addFlashAttribute("flashArgs", new Object[] {money.full(command.amountMinor())});
                    return "redirect:/shifts/" + id;
                },
                () -> pages.show(
                        id,
                        Map.of(
                                "direction", String.valueOf(form.direction()),
                                "amount", form.amountText(),
                                "movementReason", String.valueOf(form.reason())),
                        model),
                model,
                response);
    }

    private static Direction direction(MovementForm form) {
        return "IN".equals(form.direction()) ? Direction.IN : Direction.OUT;
    }

    private long amount(MovementForm form) {
        long amount = money.parse("amount", form.amountText());
        if (amount == 0) {
            throw new InvalidFieldException("amount", "amount");
        }
        return amount;
    }

    @GetMapping("/count")
    String countForm(@PathVariable long id, Model model) {
        return pages.count(id, CountForm.empty(denominations.all()), model);
    }

    /** The count ends the shift; only what comes after says what should have been there. */
    @PostMapping("/close")
    String close(@PathVariable long id, @ModelAttribute CountForm form, Model model, HttpServletResponse response) {
        return orAgain(
                () -> {
                    closing.close(new CloseShift(id, form.toCount(denominations.all()), null, null));
                    return "redirect:/shifts/" + id;
                },
                () -> pages.count(id, form, model),
                model,
                response);
    }

    @PostMapping("/explanations")
    String explain(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return orAgain(
                () -> {
                    closing.explain(id, ShiftForms.reason(reason));
                    redirect.addFlashAttribute("flash", "shift.explained");
                    return "redirect:/shifts/" + id;
                },
                () -> pages.show(id, Map.of("reason", reason), model),
                model,
                response);
    }

    /** The next cashier signs with the own password; the session at the screen stays the first one's. */
    @PostMapping("/handover")
    String handOver(
            @PathVariable long id,
            @ModelAttribute("handover") HandoverForm form,
            Model model,
            HttpServletRequest request,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        String approver = form.approver() == null ? "" : form.approver();
        String left = form.left() == null ? "" : form.left();
        return orAgain(
                () -> {
                    long leftMinor = money.parse("left", left);
                    Actor next = secondPerson.allowing(
                            Permission.BILL_SETTLE,
                            PlainText.require("approver", approver),
                            form.approverPassword() == null ? "" : form.approverPassword(),
                            request.getRemoteAddr());
                    closing.handOver(id, next, leftMinor);
                    redirect.addFlashAttribute("flash", "shift.handedOver");
                    redirect.addFlashAttribute("flashArgs", new Object[] {next.name()});
                    return "redirect:/shifts/" + id + "/report";
                },
                () -> pages.show(id, Map.of("approver", approver, "left", left), model),
                model,
                response);
    }

    private static String orAgain(
            Supplier<String> command, Supplier<String> page, Model model, HttpServletResponse response) {
        @Nullable String field = null;
        try {
            return command.get();
        } catch (InvalidFieldException invalid) {
            field = invalid.getField();
            model.addAttribute("problem", "invalid." + invalid.getCode());
            model.addAttribute("problemArgs", invalid.getArgs());
        } catch (RefusedException refused) {
            model.addAttribute("problem", "refused." + refused.getCode());
            model.addAttribute("problemArgs", refused.getArgs().toArray());
        }
        model.addAttribute("problemField", field);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.get();
    }
}
