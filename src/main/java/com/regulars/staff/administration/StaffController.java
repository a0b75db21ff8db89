package com.regulars.staff.administration;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.web.FormFailures;
import com.regulars.shared.web.PublicLinks;
import com.regulars.staff.EmployeeSummary;
import com.regulars.staff.Role;
import com.regulars.venue.Venues;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
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

/** Employees: who is there, new ones, their roles and venues, leavers, forgotten passwords (R7.1). */
@Controller
@RequestMapping("/staff")
@Requires(Permission.STAFF_EDIT)
@RequiredArgsConstructor
class StaffController {

    private static final String LIST = "redirect:/staff";

    private final StaffAdministration staff;
    private final Leaving leaving;
    private final Venues venues;
    private final PublicLinks links;

    @GetMapping
    String list(Model model) {
        model.addAttribute("employees", staff.all());
        model.addAttribute("venues", venues.all());
        return "staff/list";
    }

    @GetMapping("/new")
    String newForm(Model model) {
        return form(EmployeeForm.empty(), model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") EmployeeForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Optional<Long> id =
                errors.hasErrors() ? Optional.empty() : FormFailures.answer(errors, () -> staff.hire(form.toHire()));
        if (id.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, model);
        }
        if (form.password() == null || form.password().isEmpty()) {
            return showLink(id.get(), model);
        }
        tell(redirect, "staff.hired", form.displayName());
        return LIST;
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Model model) {
        var employee = staff.get(id);
        model.addAttribute("employee", employee);
        return form(EmployeeForm.of(employee), model);
    }

    @PostMapping("/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("form") EmployeeForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        EmployeeSummary employee = staff.get(id);
        if (errors.hasErrors() || !FormFailures.accepts(errors, () -> staff.change(form.toChange(id)))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("employee", employee);
            return form(form, model);
        }
        tell(redirect, "staff.changed", form.displayName());
        return LIST;
    }

    /** Asks before it is done: what ends, and who takes the work that is left. */
    @GetMapping("/{id}/lock")
    String confirmLock(@PathVariable long id, Model model) {
        model.addAttribute("employee", staff.get(id));
        model.addAttribute("left", leaving.left(id));
        model.addAttribute("successors", leaving.successors(id));
        return "staff/lock";
    }

    @PostMapping("/{id}/lock")
    String lock(@PathVariable long id, @RequestParam(defaultValue = "") String successor, RedirectAttributes redirect) {
        leaving.leave(id, successor);
        tell(redirect, "staff.locked", staff.get(id).displayName());
        return LIST;
    }

    @PostMapping("/{id}/unlock")
    String unlock(@PathVariable long id, RedirectAttributes redirect) {
        staff.unlock(id);
        tell(redirect, "staff.unlocked", staff.get(id).displayName());
        return LIST;
    }

    @GetMapping("/{id}/password-link")
    String confirmPasswordLink(@PathVariable long id, Model model) {
        model.addAttribute("employee", staff.get(id));
        return "staff/reset";
    }

    @PostMapping("/{id}/password-link")
    String passwordLink(@PathVariable long id, Model model) {
        return showLink(id, model);
    }

    /** The answer itself shows the link, this once; a redirect would have to keep it somewhere. */
    private String showLink(long id, Model model) {
        model.addAttribute("passwordLink", links.to("/password/" + staff.resetPassword(id)));
        model.addAttribute("passwordLinkFor", staff.get(id).displayName());
        return list(model);
    }

    private String form(EmployeeForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("allRoles", Role.values());
        model.addAttribute("venues", venues.all());
        return "staff/form";
    }

    private static void tell(RedirectAttributes redirect, String key, String name) {
        redirect.addFlashAttribute("flash", key);
        redirect.addFlashAttribute("flashArgs", new Object[] {name});
    }
}
