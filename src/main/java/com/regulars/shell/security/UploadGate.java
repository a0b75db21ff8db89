package com.regulars.shell.security;

import com.regulars.access.Actor;
import com.regulars.access.ActorHolder;
import com.regulars.access.Permission;
import com.regulars.shell.errors.SecurityAnswers;
import com.regulars.staff.SignedInEmployee;
import com.regulars.staff.signin.SignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks who brings a file before the token of the form is looked for: looking for it would take the whole file in. Stands
 * before the CSRF filter, which still does its work behind it.
 */
@RequiredArgsConstructor
class UploadGate extends OncePerRequestFilter {

    private final SignIn signIn;
    private final AskToSignIn askToSignIn;
    private final SecurityAnswers answers;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!Uploads.isMultipart(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Actor> sender = sender(SecurityContextHolder.getContext().getAuthentication());
        if (sender.isEmpty()) {
            askToSignIn.commence(request, response, new InsufficientAuthenticationException("A file from nobody"));
        } else if (!sender.get().may(Permission.CUSTOMER_IMPORT)) {
            answers.handle(request, response, new AccessDeniedException("A file from somebody who may not import"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Actor> sender(@Nullable Authentication authentication) {
        if (authentication == null) {
            return Optional.empty();
        }
        if (authentication.getPrincipal() instanceof SignedInEmployee stored) {
            return signIn.again(stored).map(SignedInEmployee::actor);
        }
        return authentication.getPrincipal() instanceof ActorHolder holder
                ? Optional.of(holder.actor())
                : Optional.empty();
    }
}
