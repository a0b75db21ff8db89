package com.regulars.staff.account;

import com.regulars.access.OpenToAll;
import com.regulars.shared.RefusedException;
import com.regulars.shared.web.FormFailures;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a one-time link leads: setting a new password without knowing an old one. */
@Controller
@RequestMapping("/password/{token}")
@OpenToAll
@RequiredArgsConstructor
class PasswordLinkController {

    private final OwnAccount account;

    @GetMapping
    String show(@PathVariable String token, Model model) {
        return page(token, new PasswordForm("", "", ""), model);
    }

    @PostMapping
    String setPassword(
            @PathVariable String token,
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.requireSame(errors);
        if (errors.hasErrors() || !FormFailures.accepts(errors, () -> account.setPassword(token, form.newPassword()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(token, form, model);
        }
        redirect.addFlashAttribute("flash", "staff.account.passwordChanged");
        return "redirect:/login";
    }

    private String page(String token, PasswordForm form, Model model) {
        model.addAttribute(
                "loginName", account.linkOwner(token).orElseThrow(() -> new RefusedException("LINK_NOT_VALID")));
        model.addAttribute("form", form);
        return "staff/password";
    }
}
