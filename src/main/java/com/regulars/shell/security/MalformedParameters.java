package com.regulars.shell.security;

import com.regulars.shell.errors.SecurityAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Parameters that cannot be decoded, or are too many, are the sender's mistake: 400 or 413, and nothing in the log. Left to the server they would
 * be a page of trace for each request, with the sender's own words in it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
@RequiredArgsConstructor
class MalformedParameters extends OncePerRequestFilter {

    /** Asked for only when needed: filters are made before the database is there. */
    private final ObjectProvider<SecurityAnswers> answers;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException malformed) {
            if (!response.isCommitted()) {
                answers.getObject().refuse(malformed.getErrorCode(), request, response);
            }
        }
    }
}
