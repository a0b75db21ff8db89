package com.regulars.coupon.web;

import static com.regulars.access.Permission.CARD_READ;
import static com.regulars.access.Permission.COUPON_ISSUE;

import com.regulars.access.Requires;
import com.regulars.coupon.CouponIssuing;
import com.regulars.coupon.CouponSummary;
import com.regulars.coupon.CouponTemplates;
import com.regulars.coupon.CouponTransfer;
import com.regulars.coupon.Coupons;
import com.regulars.coupon.IssueCoupon;
import com.regulars.coupon.TemplateSummary;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.web.FormFailures;
import com.regulars.shared.web.QrCode;
import com.regulars.venue.Venues;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Giving a guest a coupon, looking at one, printing it and passing it on. */
@Controller
@RequestMapping("/coupons")
@RequiredArgsConstructor
class CouponController {

    private static final int HITS = 8;

    private final CouponIssuing issuing;
    private final CouponTemplates templates;
    private final Coupons coupons;
    private final Customers customers;
    private final Venues venues;

    @GetMapping("/issue")
    @Requires(COUPON_ISSUE)
    String newForm(@RequestParam long customerId, Model model) {
        LocalDate monthsEnd = today().with(TemporalAdjusters.lastDayOfMonth());
        return form(new IssueForm(customerId, "", monthsEnd), model);
    }

    @PostMapping("/issue")
    @Requires(COUPON_ISSUE)
    String issue(
            @Valid @ModelAttribute("form") IssueForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws BindException {
        if (errors.hasFieldErrors("customerId")) {
            throw new BindException(errors);
        }
        LocalDate until = form.validUntil();
        if (!errors.hasErrors() && until != null) {
            try {
                CouponSummary coupon = issue(form, until);
                redirect.addFlashAttribute("flash", "coupon.issued");
                redirect.addFlashAttribute("flashArgs", new Object[] {coupon.name()});
                return "redirect:/coupons/" + coupon.code();
            } catch (InvalidFieldException invalid) {
                FormFailures.addTo(errors, invalid);
            } catch (RefusedException refused) {
                FormFailures.addTo(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, model);
    }

    /** By hand nobody gives a guest a coupon that has ended already. */
    private CouponSummary issue(IssueForm form, LocalDate until) {
        if (until.isBefore(today())) {
            throw new InvalidFieldException("validUntil", "coupon.past");
        }
        return issuing.issue(new IssueCoupon(form.customerId(), form.templateCode(), until));
    }

    @GetMapping("/{code}")
    @Requires(CARD_READ)
    String show(@PathVariable String code, @RequestParam(defaultValue = "") String q, Model model) {
        CouponSummary coupon = coupons.get(code);
        List<CouponTransfer> transfers = coupons.transfers(coupon.id());
        model.addAttribute("coupon", coupon);
        model.addAttribute("transfers", transfers);
        model.addAttribute("guests", customers.byIds(guests(coupon, transfers)));
        model.addAttribute("q", q.strip());
        model.addAttribute("hits", hits(coupon, q.strip()));
        return "coupon/show";
    }

    private List<CustomerSummary> hits(CouponSummary coupon, String query) {
        return query.isEmpty()
                ? List.of()
                : customers.search(query, HITS).stream()
                        .filter(guest -> guest.id() != coupon.customerId())
                        .toList();
    }

    private static Set<Long> guests(CouponSummary coupon, List<CouponTransfer> transfers) {
        Set<Long> ids = new HashSet<>();
        ids.add(coupon.customerId());
        transfers.forEach(transfer -> {
            ids.add(transfer.fromCustomerId());
            ids.add(transfer.toCustomerId());
        });
        return ids;
    }

    /** The code as a QR code, for a till's scanner. */
    @GetMapping(path = "/{code}/qr.svg", produces = "image/svg+xml")
    @ResponseBody
    @Requires(CARD_READ)
    String qr(@PathVariable String code) {
        return QrCode.svg(coupons.get(code).code());
    }

    @PostMapping("/{code}/pass-on")
    @Requires(COUPON_ISSUE)
    String passOn(@PathVariable String code, @RequestParam long customerId, RedirectAttributes redirect) {
        CouponSummary passed = issuing.passOn(code, customerId);
        redirect.addFlashAttribute("flash", "coupon.passedOn");
        redirect.addFlashAttribute(
                "flashArgs", new Object[] {customers.get(customerId).name()});
        return "redirect:/coupons/" + passed.code();
    }

    private String form(IssueForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("customer", customers.get(form.customerId()));
        model.addAttribute(
                "templates",
                templates.all().stream().filter(TemplateSummary::active).toList());
        return "coupon/issue";
    }

    private LocalDate today() {
        return venues.lastClosedBusinessDate().plusDays(1);
    }
}
