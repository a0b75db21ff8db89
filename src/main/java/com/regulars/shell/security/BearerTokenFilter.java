package com.regulars.shell.security;

import com.regulars.access.Actor;
import com.regulars.shell.errors.SecurityAnswers;
import com.regulars.staff.client.ApiClients;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs an API client in for one request. No header: nobody is signed in. A token nobody knows: 401 at once. */
@RequiredArgsConstructor
class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiClients apiClients;
    private final SecurityAnswers answers;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Actor> actor;
        try {
            actor = client(header);
        } catch (DataAccessException databaseAway) {
            answers.write(databaseAway, request, response);
            return;
        }
        if (actor.isEmpty()) {
            answers.write(new BadCredentialsException("Unknown token"), request, response);
            return;
        }
        signIn(actor.get());
        chain.doFilter(request, response);
    }

    private Optional<Actor> client(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? apiClients.authenticate(header.substring(SCHEME.length()).trim())
                : Optional.empty();
    }

    private static void signIn(Actor actor) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new ApiPrincipal(actor),
                "",
                actor.permissions().stream()
                        .map(permission -> new SimpleGrantedAuthority(permission.name()))
                        .toList()));
        SecurityContextHolder.setContext(context);
    }
}
