package com.regulars.customer.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.CustomerEditing;
import com.regulars.customer.CustomerKind;
import com.regulars.customer.CustomerProfile;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.Customers;
import com.regulars.customer.Gender;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.GuestQueries;
import com.regulars.customer.LifecycleStage;
import com.regulars.customer.page.GuestPageAssembly;
import com.regulars.customer.tag.TagList;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registering, showing and editing a customer card. */
@Controller
@RequestMapping("/customers")
@RequiredArgsConstructor
class CustomerController {

    /** Fewer are not yet a telephone number. */
    private static final int FEWEST_DIGITS = 7;

    private final CustomerRegistration registration;
    private final CustomerEditing editing;
    private final GuestQueries guests;
    private final Customers customers;
    private final GuestPageAssembly pages;
    private final TagList tags;

    @GetMapping("/new")
    @Requires(Permission.CUSTOMER_EDIT)
    String newForm(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String phone,
            Model model) {
        model.addAttribute("form", NewCustomerForm.empty(name, phone));
        return newForm(model);
    }

    @PostMapping
    @Requires(Permission.CUSTOMER_EDIT)
    String create(
            @Valid @ModelAttribute("form") NewCustomerForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        long[] id = new long[1];
        if (!FormErrors.accepted(
                errors, () -> id[0] = registration.register(form.command()).id())) {
            if (!errors.hasFieldErrors()) {
                addKnown(model, form.phone());
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return newForm(model);
        }
        redirect.addFlashAttribute("flash", "customer.registered");
        return "redirect:/customers/" + id[0];
    }

    /** Offers the customer who has the telephone number already; a slip in another field is no search for anybody. */
    private void addKnown(Model model, @Nullable String phone) {
        if (phone != null && phone.replaceAll("[^0-9]", "").length() >= FEWEST_DIGITS) {
            model.addAttribute("known", customers.search(phone, 1));
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.CUSTOMER_READ)
    String show(@PathVariable long id, Model model) {
        return show(guests.get(id), model);
    }

    private String show(GuestOnPage guest, Model model) {
        model.addAttribute("customer", guest.customer());
        model.addAttribute("card", guest);
        model.addAttribute("page", pages.of(guest));
        return "customer/show";
    }

    @GetMapping("/{id}/edit")
    @Requires(Permission.CUSTOMER_EDIT)
    String edit(@PathVariable long id, Model model) {
        var guest = guests.get(id);
        model.addAttribute("form", CardForm.shown(guest.profile()));
        model.addAttribute("card", CardForm.of(guest));
        return editForm(guest, model);
    }

    @PostMapping("/{id}")
    @Requires(Permission.CUSTOMER_EDIT)
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("form") CustomerProfile form,
            BindingResult errors,
            @ModelAttribute("card") CardForm card,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var guest = guests.get(id);
        if (!FormErrors.accepted(errors, () -> editing.edit(card.command(guest, form)))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return editForm(guest, model);
        }
        redirect.addFlashAttribute("flash", "customer.saved");
        return "redirect:/customers/" + id;
    }

    @PostMapping("/{id}/confirmations")
    @Requires(Permission.CUSTOMER_EDIT)
    String confirm(@PathVariable long id, RedirectAttributes redirect) {
        editing.confirm(id);
        redirect.addFlashAttribute("flash", "customer.confirmed");
        return "redirect:/customers/" + id;
    }

    /** Shows the page once with what is masked on it; the look is logged. */
    @PostMapping("/{id}/reveal")
    @Requires(Permission.CUSTOMER_REVEAL)
    String reveal(@PathVariable long id, HttpServletResponse response, Model model) {
        model.addAttribute("revealed", editing.reveal(id));
        response.setHeader("Cache-Control", "no-store");
        return show(guests.get(id), model);
    }

    private String newForm(Model model) {
        choices(model);
        return "customer/new";
    }

    private String editForm(GuestOnPage guest, Model model) {
        model.addAttribute("customer", guest.customer());
        model.addAttribute("stages", List.of(LifecycleStage.values()));
        choices(model);
        return "customer/edit";
    }

    private void choices(Model model) {
        model.addAttribute("kinds", List.of(CustomerKind.values()));
        model.addAttribute("genders", List.of(Gender.values()));
        model.addAttribute("usableTags", tags.usable());
    }
}
