package com.regulars.shell.errors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** What the filter chains answer: 401 and 403 as problems to programs; people see the error page or the sign-in page. */
@Component
@RequiredArgsConstructor
public class SecurityAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Failures failures;
    private final FailureAnswer answer;
    private final LocaleResolver locales;

    /** Asks a program to sign in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        write(cause, request, response);
    }

    /** Tells a program or a person that this is not for them. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (FailureAnswer.wantsProblem(request)) {
            write(denied, request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Turns a request away for what it looks like, before anybody was asked. */
    public void refuse(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (FailureAnswer.wantsProblem(request)) {
            inLanguage(request, () -> answer.write(failures.of(status), request, response));
        } else {
            response.sendError(status);
        }
    }

    /** Writes any failure of a filter as a problem. */
    public void write(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        inLanguage(request, () -> answer.write(failures.of(thrown), request, response));
    }

    private void inLanguage(HttpServletRequest request, Writing writing) throws IOException {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        try {
            writing.write();
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
