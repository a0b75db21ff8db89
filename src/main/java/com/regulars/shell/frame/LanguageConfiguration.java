package com.regulars.shell.frame;

import com.regulars.venue.Brands;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of an answer: the user's choice (a cookie), else the browser's, else the brand's. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    private static final Set<String> SPOKEN = Set.of("zh", "en");

    @Bean
    LocaleResolver localeResolver(Brands brands) {
        var resolver = new CookieLocaleResolver("language");
        resolver.setCookieMaxAge(Duration.ofDays(400));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(request -> browserOrBrand(request, brands));
        return resolver;
    }

    private static Locale browserOrBrand(HttpServletRequest request, Brands brands) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) {
            for (Locale wanted : Collections.list(request.getLocales())) {
                if (SPOKEN.contains(wanted.getLanguage())) {
                    return Locale.of(wanted.getLanguage());
                }
            }
        }
        return Locale.of(brands.current().language());
    }
}
