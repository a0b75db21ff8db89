package com.regulars.staff.signin;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.staff.SignedInEmployee;
import com.regulars.staff.StaffDirectory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Another cashier takes over a till that stays open: own password, new session, straight back to the till. */
@Controller
@RequestMapping("/till/cashier")
@Requires(Permission.BILL_SETTLE)
@RequiredArgsConstructor
class CashierChangeController {

    private final SignIn signIn;
    private final StaffDirectory directory;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    @GetMapping
    String show(Model model) {
        return form("", model);
    }

    @PostMapping
    String change(
            @RequestParam String username,
            @RequestParam String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var attempt = new SignInAttempt(SignInAttempt.Door.CASHIER_CHANGE, username, request.getRemoteAddr());
            takeOver(signIn.check(attempt, password), request, response);
            return "redirect:/till";
        } catch (TooManyAttemptsException tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            return failed(username, tooMany.minutes(), model);
        } catch (BadCredentialsException wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return failed(username, null, model);
        }
    }

    /** Nothing of the session before survives but what the device itself remembers. */
    private void takeOver(SignedInEmployee employee, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(employee, "", employee.getAuthorities()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private String failed(String username, @Nullable Long waitMinutes, Model model) {
        model.addAttribute("failed", waitMinutes == null);
        model.addAttribute("waitMinutes", waitMinutes);
        return form(username, model);
    }

    private String form(String loginName, Model model) {
        model.addAttribute("colleagues", directory.tillStaff());
        model.addAttribute("loginName", loginName);
        return "staff/cashier";
    }
}
