package com.regulars.settlement.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.request.IdempotencyKey;
import com.regulars.settlement.SettlementDetails;
import com.regulars.settlement.SettlementList;
import com.regulars.settlement.Settlements;
import com.regulars.settlement.refund.BillRefunds;
import com.regulars.settlement.refund.RefundedBill;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of bills, one bill with its steps, tenders and refunds, and the refund form. */
@Controller
@RequestMapping("/settlements")
@Requires(Permission.BILL_READ)
@RequiredArgsConstructor
class SettlementController {

    private final SettlementList list;
    private final Settlements settlements;
    private final BillRefunds refunds;
    private final Customers customers;
    private final PayingCards payingCards;
    private final Venues venues;
    private final MoneyFormat money;

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("page", list.find(q.strip(), date, page));
        model.addAttribute("q", q.strip());
        model.addAttribute("date", date);
        Map<Long, Venue> byId = venues.all().stream().collect(Collectors.toMap(Venue::id, Function.identity()));
        model.addAttribute("venues", byId);
        return "settlement/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        return page(settlements.get(id), RefundForm.empty(UUID.randomUUID().toString()), model);
    }

    @PostMapping("/{id}/refunds")
    @Requires(Permission.BILL_REFUND)
    String refund(
            @PathVariable long id,
            @ModelAttribute RefundForm form,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            String refund = refunds.refund(form.toCommand(id, money), new IdempotencyKey(form.key()), RefundAnswer::of)
                    .reference();
            redirect.addFlashAttribute("flash", "settlement.refunded");
            redirect.addFlashAttribute("flashArgs", new Object[] {money.full(refundMinor(id, refund))});
            return "redirect:/settlements/" + id;
        } catch (RefusedException refused) {
            model.addAttribute("problem", "refused." + refused.getCode());
            model.addAttribute("problemArgs", refused.getArgs().toArray());
        } catch (InvalidFieldException invalid) {
            model.addAttribute("problem", "invalid." + invalid.getCode());
            model.addAttribute("problemArgs", invalid.getArgs());
            model.addAttribute("problemField", invalid.getField());
        }
        response.setStatus(422);
        return page(settlements.get(id), form.tryAgain(), model);
    }

    private long refundMinor(long id, String refund) {
        return settlements.get(id).refunds().stream()
                .filter(each -> refund.equals(String.valueOf(each.id())))
                .mapToLong(RefundedBill::refundMinor)
                .sum();
    }

    private String page(SettlementDetails details, RefundForm form, Model model) {
        Long customerId = details.bill().customerId();
        CustomerSummary customer =
                customerId == null ? null : customers.find(customerId).orElse(null);
        model.addAttribute("settlement", details);
        model.addAttribute("bill", details.bill());
        model.addAttribute("customer", customer);
        model.addAttribute("payingCards", payingCards.of(details.bill()));
        model.addAttribute("venue", venues.get(details.bill().venueId()));
        model.addAttribute("refundForm", form);
        return "settlement/show";
    }
}
