package com.regulars.shell.errors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers what handlers throw. Whether a problem or a page is written depends on who asks, not on the handler. */
@ControllerAdvice
@RequiredArgsConstructor
class FailureAdvice {

    private final Failures failures;
    private final FailureAnswer answer;

    @ExceptionHandler(Exception.class)
    @Nullable
    Object failed(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        boolean nobodySignedIn = request.getUserPrincipal() == null;
        if (thrown instanceof AuthenticationException || (thrown instanceof AccessDeniedException && nobodySignedIn)) {
            throw thrown; // the filter chain asks for sign-in
        }
        if (response.isCommitted()) {
            return null;
        }
        return answer.of(failures.of(thrown), request, response);
    }
}
