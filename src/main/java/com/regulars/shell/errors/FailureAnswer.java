package com.regulars.shell.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Writes a failure the way the caller can read it: a problem for programs, an alert for htmx, a page for people. */
@Component
@RequiredArgsConstructor
class FailureAnswer {

    private final JsonMapper json;

    /** What a handler of exceptions returns. */
    Object of(Failure failure, HttpServletRequest request, HttpServletResponse response) {
        headers(failure).forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        if (wantsProblem(request)) {
            return ResponseEntity.status(failure.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body(failure, request));
        }
        boolean htmx = "true".equals(request.getHeader("HX-Request"));
        Optional<String> withoutIt = htmx ? Optional.empty() : UnreadableFilter.leaveOut(failure, request);
        if (withoutIt.isPresent()) {
            return withoutIt.get();
        }
        if (htmx) {
            response.setHeader("HX-Retarget", "#live");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        return new ModelAndView(
                htmx ? "components/alert :: failure" : "error",
                Map.of(
                        "failure",
                        failure,
                        "status",
                        failure.status(),
                        "detail",
                        failure.detail(),
                        "traceId",
                        Trace.of(request)),
                HttpStatusCode.valueOf(failure.status()));
    }

    /** A replayed refusal goes out byte for byte as it did the first time. */
    private byte[] body(Failure failure, HttpServletRequest request) {
        return failure.storedProblem().isEmpty()
                ? json.writeValueAsBytes(problem(failure, request))
                : failure.storedProblem().getBytes(StandardCharsets.UTF_8);
    }

    /** The members of the problem document for this request. */
    static Map<String, Object> problem(Failure failure, HttpServletRequest request) {
        return failure.problem(path(request), Trace.of(request));
    }

    /** Writes a problem from a filter, where no handler is at work. */
    void write(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(failure.status());
        headers(failure).forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(body(failure, request));
    }

    static boolean wantsProblem(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return path(request).startsWith("/api/")
                || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }

    private static HttpHeaders headers(Failure failure) {
        var headers = new HttpHeaders();
        if (failure.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER, String.valueOf(failure.retryAfter().toSeconds()));
        }
        if (failure.replayed()) {
            headers.set("Idempotency-Replayed", "true");
        }
        if (failure.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return headers;
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }
}
