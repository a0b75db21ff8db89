package com.regulars.shell.security;

import com.regulars.staff.SignedInEmployee;
import com.regulars.staff.signin.SignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads again who the employee behind a session is by now; a session of a locked account, or one that is too old, ends here. */
@RequiredArgsConstructor
class FreshEmployeeFilter extends OncePerRequestFilter {

    private final SignIn signIn;
    private final SessionLifetime lifetime;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInEmployee stored) {
            signIn.again(stored)
                    .filter(employee -> lifetime.isWithin(request.getSession(false)))
                    .ifPresentOrElse(FreshEmployeeFilter::replace, () -> end(request));
        }
        chain.doFilter(request, response);
    }

    private static void replace(SignedInEmployee employee) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(employee, "", employee.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
