package com.regulars.customer.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.CustomerEditing;
import com.regulars.customer.Customers;
import com.regulars.customer.observation.ObservationCategory;
import com.regulars.customer.observation.Observing;
import com.regulars.customer.tag.TagList;
import com.regulars.shared.web.SentBack;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one-line deeds on the customer page: noting an observation, retiring it, putting a tag on and off. */
@Controller
@RequestMapping("/customers/{customerId}")
@RequiredArgsConstructor
@Requires(Permission.CUSTOMER_EDIT)
class ObservationController {

    private final Observing observing;
    private final TagList tags;
    private final CustomerEditing editing;
    private final Customers customers;

    @PostMapping("/observations")
    String note(
            @PathVariable long customerId,
            @RequestParam ObservationCategory category,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes redirect) {
        customers.get(customerId);
        String[] typed = {"text", text, "category", category.name()};
        if (SentBack.done(redirect, () -> observing.note(customerId, category, text), typed)) {
            redirect.addFlashAttribute("flash", "customer.observation.noted");
        }
        return page(customerId, "observations");
    }

    @PostMapping("/observations/{id}/retirement")
    String retire(@PathVariable long customerId, @PathVariable long id, RedirectAttributes redirect) {
        observing.retire(customerId, id);
        redirect.addFlashAttribute("flash", "customer.observation.retired");
        return page(customerId, "observations");
    }

    @PostMapping("/observations/{id}/restoration")
    String restore(@PathVariable long customerId, @PathVariable long id) {
        observing.restore(customerId, id);
        return page(customerId, "observations");
    }

    @PostMapping("/tags")
    String putOn(@PathVariable long customerId, @RequestParam(defaultValue = "") String tag) {
        customers.get(customerId);
        if (tags.usable().contains(tag)) {
            editing.putOn(customerId, tag);
        }
        return page(customerId, "tags");
    }

    @PostMapping("/tags/removal")
    String takeOff(@PathVariable long customerId, @RequestParam String tag) {
        editing.takeOff(customerId, tag);
        return page(customerId, "tags");
    }

    private static String page(long customerId, String anchor) {
        return "redirect:/customers/" + customerId + "#" + anchor;
    }
}
