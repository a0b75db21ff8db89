package com.regulars.shell.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What a device remembers of its user: language and looks, in cookies that last a year. */
@Component
class Preferences {

    static final String LANGUAGE_COOKIE = "language";
    static final String THEME_COOKIE = "theme";

    private static final Duration KEPT = Duration.ofDays(365);
    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final List<String> THEMES = List.of("light", "dark");

    static boolean speaks(String language) {
        return LANGUAGES.contains(language);
    }

    /** {@code light} or {@code dark}; null when the device decides. */
    @Nullable
    String theme(HttpServletRequest request) {
        return cookie(request, THEME_COOKIE).filter(THEMES::contains).orElse(null);
    }

    void remember(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, name, value, KEPT));
    }

    void forget(HttpServletRequest request, HttpServletResponse response, String name) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, name, "", Duration.ZERO));
    }

    private static String cookie(HttpServletRequest request, String name, String value, Duration kept) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(kept)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(cookie -> cookie.getValue());
    }
}
