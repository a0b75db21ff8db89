package com.regulars.shell.security;

import com.regulars.access.OpenToAll;
import com.regulars.staff.setup.FirstStart;
import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. The form itself is answered by the filter chain. */
@Controller
@OpenToAll
@RequiredArgsConstructor
class SignInController {

    private final FirstStart firstStart;

    @GetMapping("/login")
    String show(
            @RequestParam(required = false) @Nullable String bye,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(required = false) @Nullable String lost,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Model model) {
        if (request.getUserPrincipal() != null) {
            return "redirect:" + WayBack.checked(to);
        }
        model.addAttribute("signedOut", bye != null);
        model.addAttribute("expired", expired != null);
        model.addAttribute("lost", lost != null);
        return form("", to, model);
    }

    /** Where the filter chain sends an attempt that failed. */
    @PostMapping("/login/refused")
    String refused(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(required = false) @Nullable String to,
            @RequestAttribute(name = SignInAnswers.WAIT_MINUTES, required = false) @Nullable Long waitMinutes,
            Model model) {
        model.addAttribute("failed", waitMinutes == null);
        model.addAttribute("waitMinutes", waitMinutes);
        return form(username, to, model);
    }

    private String form(String loginName, @Nullable String to, Model model) {
        model.addAttribute("to", WayBack.checked(to));
        model.addAttribute("loginName", loginName);
        model.addAttribute("needsSetup", firstStart.isOpen());
        return "shell/login";
    }
}
