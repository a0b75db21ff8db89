package com.regulars.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie that carries a session: out of reach of scripts, sent to this site only. Over TLS it is
 * {@code __Host-SESSION}, Secure, which no other host of the domain and no plain page can set; over plain HTTP, where a
 * browser would refuse that name, it is {@code SESSION}. Neither is taken for the other.
 */
class SessionCookie implements CookieSerializer {

    private final CookieSerializer overTls = serializer("__Host-SESSION", true);
    private final CookieSerializer plain = serializer("SESSION", false);

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private CookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? overTls : plain;
    }

    private static CookieSerializer serializer(String name, boolean secure) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(secure);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
