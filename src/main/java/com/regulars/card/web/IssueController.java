package com.regulars.card.web;

import static com.regulars.access.Permission.CARD_ISSUE;

import com.regulars.access.Requires;
import com.regulars.card.CardIssuing;
import com.regulars.card.CardNumber;
import com.regulars.card.IssueCard;
import com.regulars.card.programme.ProgrammeSummary;
import com.regulars.card.programme.Programmes;
import com.regulars.customer.Customers;
import com.regulars.ledger.TenderType;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import com.regulars.shared.RefusedException;
import com.regulars.shared.web.FormFailures;
import com.regulars.venue.CurrentVenue;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Issuing a card to a guest (开卡). */
@Controller
@RequestMapping("/cards")
@Requires(CARD_ISSUE)
@RequiredArgsConstructor
class IssueController {

    /** A card itself has no worth in the house's books except its fee, which stored value cannot pay. */
    static final List<TenderType> TENDERS =
            List.of(TenderType.CASH, TenderType.BANK_CARD, TenderType.WECHAT, TenderType.ALIPAY, TenderType.OTHER);

    private final CardIssuing issuing;
    private final Programmes programmes;
    private final ProgrammeWords words;
    private final Customers customers;
    private final IdempotentRequests requests;
    private final CurrentVenue currentVenue;

    @GetMapping("/new")
    String newForm(@RequestParam long customerId, Locale language, Model model) {
        List<ProgrammeSummary> all = programmes.all();
        String first = all.isEmpty() ? "" : all.getFirst().code();
        return form(
                new IssueForm(
                        customerId,
                        first,
                        "",
                        TenderType.CASH,
                        UUID.randomUUID().toString()),
                language,
                model);
    }

    @PostMapping
    String issue(
            @Valid @ModelAttribute("form") IssueForm form,
            BindingResult errors,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws BindException {
        if (errors.hasFieldErrors("customerId")) {
            throw new BindException(errors);
        }
        if (!errors.hasErrors()) {
            try {
                String number = issue(form);
                redirect.addFlashAttribute("flash", "card.issued");
                redirect.addFlashAttribute("flashArgs", new Object[] {new CardNumber(number).masked()});
                return "redirect:/cards/" + number;
            } catch (RefusedException refused) {
                FormFailures.addTo(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, language, model);
    }

    /** @return the number of the new card */
    private String issue(IssueForm form) {
        var command = new IssueCard(
                form.customerId(),
                form.programmeCode(),
                currentVenue.get().id(),
                null,
                form.pinOrNone(),
                form.feeTender());
        var key = new IdempotencyKey(form.requestId());
        return requests.once(
                        "card.issue",
                        key,
                        command,
                        claim -> Done.of(issuing.issue(command).number()))
                .reference();
    }

    private String form(IssueForm form, Locale language, Model model) {
        Map<ProgrammeSummary, List<String>> terms = new LinkedHashMap<>();
        programmes.all().forEach(programme -> terms.put(programme, words.terms(programme, language)));
        model.addAttribute("form", form);
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("customer", customers.get(form.customerId()));
        model.addAttribute("programmes", terms);
        model.addAttribute("tenders", TENDERS);
        return "card/form";
    }
}
