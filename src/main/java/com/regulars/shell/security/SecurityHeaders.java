package com.regulars.shell.security;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers every answer carries. Nothing inline runs, nothing is framed, nothing comes from elsewhere. */
final class SecurityHeaders {

    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "accelerometer=(), camera=(self), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    /** The one style that the reader of the API description writes into its page, by its digest. */
    private static final String DESCRIPTION_STYLE =
            "style-src 'self' 'unsafe-hashes' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

    private SecurityHeaders() {}

    static Customizer<HeadersConfigurer<HttpSecurity>> standard() {
        return headers -> headers.addHeaderWriter((request, response) ->
                        response.setHeader("Content-Security-Policy", contentPolicy(request.getServletPath())))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS));
    }

    private static String contentPolicy(String path) {
        return path.startsWith("/swagger-ui/")
                ? CONTENT_POLICY.replace("style-src 'self'", DESCRIPTION_STYLE)
                : CONTENT_POLICY;
    }
}
