package com.regulars.shell.security;

import com.regulars.shell.errors.SecurityAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Leads people to the sign-in page; a part of a page that htmx asked for leads the whole page there. */
@Component
@RequiredArgsConstructor
class AskToSignIn implements AuthenticationEntryPoint {

    private final SecurityAnswers answers;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String signIn = request.getContextPath() + "/login";
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (accept != null && accept.contains("json") && !accept.contains("text/html")) {
            answers.commence(request, response, cause);
        } else {
            response.sendRedirect(signIn);
        }
    }
}
