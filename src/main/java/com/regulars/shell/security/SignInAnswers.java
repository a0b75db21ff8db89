package com.regulars.shell.security;

import com.regulars.staff.SignedInEmployee;
import com.regulars.staff.signin.TooManyAttemptsException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Where the sign-in form leads: to the page wanted before, or back to the form with one answer for every mistake. */
@Component
@RequiredArgsConstructor
class SignInAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    static final String WAIT_MINUTES = "waitMinutes";

    private final LocaleResolver locales;

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (authentication.getPrincipal() instanceof SignedInEmployee employee && employee.language() != null) {
            locales.setLocale(request, response, Locale.of(employee.language()));
        }
        response.sendRedirect(request.getContextPath() + WayBack.checked(request.getParameter("to")));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (refused instanceof TooManyAttemptsException tooMany) {
            response.setStatus(429);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            request.setAttribute(WAIT_MINUTES, tooMany.minutes());
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
        request.getRequestDispatcher("/login/refused").forward(request, response);
    }
}
