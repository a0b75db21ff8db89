package com.regulars.contact.web;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.contact.Channel;
import com.regulars.contact.ContactFilter;
import com.regulars.contact.ContactHistory;
import com.regulars.contact.ContactSummary;
import com.regulars.contact.Direction;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of contacts and the page of one. */
@Controller
@RequiredArgsConstructor
@Requires(Permission.CONTACT_READ)
class ContactController {

    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 10_000;

    private final ContactHistory history;
    private final Customers customers;
    private final CurrentActor currentActor;
    private final Clock clock;

    @GetMapping("/contacts")
    String list(
            @ModelAttribute("filter") ContactFilter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        var contacts = history.list(filter, Math.clamp(page, 1, LAST_PAGE), PAGE_SIZE);
        var customerIds =
                contacts.rows().stream().map(ContactSummary::customerId).collect(Collectors.toSet());
        model.addAttribute("page", contacts);
        model.addAttribute("customers", customers.byIds(customerIds));
        model.addAttribute("channels", List.of(Channel.values()));
        model.addAttribute("directions", List.of(Direction.values()));
        model.addAttribute("me", currentActor.get().key());
        if (filter.customerId() != null) {
            model.addAttribute(
                    "customer",
                    customers
                            .find(filter.customerId())
                            .map(CustomerSummary::name)
                            .orElse(""));
        }
        return "contact/list";
    }

    @GetMapping("/contacts/{id}")
    String show(@PathVariable long id, Model model) {
        var contact = history.get(id);
        model.addAttribute("contact", contact);
        model.addAttribute("customer", customers.get(contact.customerId()));
        model.addAttribute("mayLog", currentActor.get().may(Permission.CONTACT_LOG));
        model.addAttribute("mayEdit", contact.isEditableBy(currentActor.get(), clock.instant()));
        return "contact/show";
    }
}
