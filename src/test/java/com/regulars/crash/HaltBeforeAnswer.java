package com.regulars.crash;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Halts the process between commit and answer: at the moment the first byte of an answer would be written, when the
 * named file exists and the request says so in a header. Lies on the class path of crash tests only.
 */
@Component
@ConditionalOnProperty("regulars.crash.armed-by")
class HaltBeforeAnswer extends OncePerRequestFilter {

    static final String HEADER = "X-Halt-Before-Answer";
    static final int EXIT_CODE = 137;

    private final Path armed;

    HaltBeforeAnswer(@Value("${regulars.crash.armed-by}") Path armed) {
        this.armed = armed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean halts = request.getHeader(HEADER) != null && Files.exists(armed);
        chain.doFilter(request, halts ? new Halting(response) : response);
    }

    /** The body is asked for only after the controller, and with it the transaction, has come back. */
    static final class Halting extends HttpServletResponseWrapper {

        Halting(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            Runtime.getRuntime().halt(EXIT_CODE);
            throw new IllegalStateException("halted");
        }
    }
}
