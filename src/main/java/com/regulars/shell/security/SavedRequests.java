package com.regulars.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** Remembers the page somebody wanted before signing in: pages only, and only a path of this application. */
final class SavedRequests {

    private SavedRequests() {}

    static HttpSessionRequestCache cache() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(SavedRequests::isPage);
        return cache;
    }

    /** Path and query of a remembered request; whatever host it was sent to stays out. */
    static String localPath(SavedRequest saved) {
        var uri = UriComponentsBuilder.fromUriString(saved.getRedirectUrl())
                .replaceQueryParam("continue")
                .build();
        String path = uri.getPath() == null ? "/" : uri.getPath().replaceFirst("^[/\\\\]+", "/");
        return uri.getQuery() == null ? path : path + "?" + uri.getQuery();
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && accept != null
                && accept.contains("text/html");
    }
}
