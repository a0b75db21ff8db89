package com.regulars.shell.security;

import com.regulars.shared.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/**
 * The page somebody comes back to after signing in, carried in the address of the sign-in page: the page that was asked
 * for, or the one a form was sent from. Always a path of this server, whatever the request says.
 */
final class WayBack {

    private static final String SIGN_IN = "/login";

    private WayBack() {}

    /** Address of the sign-in page that leads back. */
    static String signIn(HttpServletRequest request) {
        String address = request.getContextPath() + SIGN_IN;
        String to = page(request)
                .filter(path -> !path.equals("/"))
                .map(path -> "to=" + UriUtils.encodeQueryParam(path, StandardCharsets.UTF_8))
                .orElse("");
        String why = wasLost(request) ? "lost" : hasExpired(request) ? "expired" : "";
        String query = to.isEmpty() || why.isEmpty() ? to + why : to + "&" + why;
        return query.isEmpty() ? address : address + "?" + query;
    }

    /** Where a sign-in leads: a checked path of this server, else the first page. */
    static String checked(@Nullable String to) {
        return LocalPath.of(to).filter(path -> !leadsToSignIn(path)).orElse("/");
    }

    /** Something was sent that nobody took; a try to sign in with a form too old is simply made again. */
    private static boolean wasLost(HttpServletRequest request) {
        return !request.getMethod().equals("GET") && !isSignIn(request);
    }

    private static boolean hasExpired(HttpServletRequest request) {
        return isSignIn(request) || (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid());
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + SIGN_IN);
    }

    private static Optional<String> page(HttpServletRequest request) {
        if (isSignIn(request)) {
            return Optional.of(checked(request.getParameter("to")));
        }
        if (request.getHeader("HX-Request") != null) {
            return pathOf(request.getHeader("HX-Current-URL"), request);
        }
        if (!request.getMethod().equals("GET")) {
            return pathOf(request.getHeader(HttpHeaders.REFERER), request);
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html")
                ? local(request.getRequestURI(), request.getQueryString(), request)
                : Optional.empty();
    }

    private static Optional<String> pathOf(@Nullable String address, HttpServletRequest request) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address);
            return local(uri.getRawPath(), uri.getRawQuery(), request);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> local(@Nullable String path, @Nullable String query, HttpServletRequest request) {
        if (path == null || !path.startsWith(request.getContextPath())) {
            return Optional.empty();
        }
        String own = path.substring(request.getContextPath().length());
        return LocalPath.of(query == null ? own : own + "?" + query).filter(to -> !leadsToSignIn(to));
    }

    private static boolean leadsToSignIn(String path) {
        return path.matches("/(login|sign-out)([/?].*)?");
    }
}
