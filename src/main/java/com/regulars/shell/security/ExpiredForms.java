package com.regulars.shell.security;

import com.regulars.shell.errors.SecurityAnswers;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** A form whose session has ended was sent by somebody who is signed out by now: he signs in and comes back to it. */
@Component
@RequiredArgsConstructor
class ExpiredForms implements AccessDeniedHandler {

    private final AskToSignIn askToSignIn;
    private final SecurityAnswers answers;

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        boolean signedOut = SecurityContextHolder.getContext().getAuthentication() == null;
        if (denied instanceof CsrfException && signedOut) {
            askToSignIn.leadOrAnswer(request, response, denied);
        } else {
            answers.handle(request, response, denied);
        }
    }
}
