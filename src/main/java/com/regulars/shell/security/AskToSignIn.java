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

/**
 * Leads people to the sign-in page, which leads them back; a part of a page that htmx asked for leads the whole page
 * there. What was sent after the session had ended is lost, and the sign-in page says so.
 */
@Component
@RequiredArgsConstructor
class AskToSignIn implements AuthenticationEntryPoint {

    private final SecurityAnswers answers;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        leadOrAnswer(request, response, cause);
    }

    /** Leads people to the sign-in page; a program gets its problem answer. */
    void leadOrAnswer(HttpServletRequest request, HttpServletResponse response, Exception cause) throws IOException {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", WayBack.signIn(request));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (accept != null && accept.contains("json") && !accept.contains("text/html")) {
            answers.write(cause, request, response);
        } else {
            response.sendRedirect(WayBack.signIn(request));
        }
    }
}
