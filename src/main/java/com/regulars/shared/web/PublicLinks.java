package com.regulars.shared.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Links that leave the browser: to be handed over, printed, or sent. They begin with the address the installation was
 * told to have ({@code REGULARS_BASE_URL}); without one they are paths, and the page puts before them where it was
 * opened. What a request says about its host is never believed: it may be anything.
 */
@Component
public class PublicLinks {

    private final String baseUrl;

    PublicLinks(@Value("${regulars.base-url:}") String baseUrl) {
        this.baseUrl = baseUrl.strip().replaceAll("/+$", "");
    }

    /** @param path from the root, with its slash */
    public String to(String path) {
        return baseUrl + path;
    }
}
