package com.regulars.staff.account;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.web.FormFailures;
import com.regulars.staff.SignedInEmployee;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own account: password and language. */
@Controller
@RequestMapping("/account")
@Requires(Permission.SIGNED_IN)
@RequiredArgsConstructor
class AccountController {

    private final OwnAccount account;
    private final LocaleResolver locales;

    @GetMapping
    String show(@AuthenticationPrincipal @Nullable Object principal, Model model) {
        return page(new PasswordForm("", "", ""), principal, model);
    }

    @PostMapping("/password")
    String changePassword(
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            @AuthenticationPrincipal @Nullable Object principal,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.requireSame(errors);
        var session = request.getSession(false);
        if (errors.hasErrors()
                || !FormFailures.accepts(
                        errors,
                        () -> account.changePassword(
                                form.password(),
                                form.newPassword(),
                                request.getRemoteAddr(),
                                session == null ? null : session.getId()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, principal, model);
        }
        if (session != null) {
            request.changeSessionId(); // who knew the old one is out, too
        }
        redirect.addFlashAttribute("flash", "staff.account.passwordChanged");
        return "redirect:/account";
    }

    @PostMapping("/language")
    String language(
            @RequestParam String language,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        account.speak(language.isEmpty() ? null : language);
        locales.setLocale(request, response, language.isEmpty() ? null : Locale.of(language));
        redirect.addFlashAttribute("flash", "staff.account.languageChanged");
        return "redirect:/account";
    }

    private String page(PasswordForm form, @Nullable Object principal, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("employee", account.get());
        model.addAttribute(
                "mustChangePassword", principal instanceof SignedInEmployee employee && employee.mustChangePassword());
        return "staff/account";
    }
}
