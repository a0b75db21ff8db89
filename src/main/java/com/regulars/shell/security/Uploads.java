package com.regulars.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which requests bring files: multipart bodies are welcome at the imports and nowhere else. */
final class Uploads {

    private static final Pattern IMPORTS = Pattern.compile("(/api/v1)?/imports/[a-z]+");

    private Uploads() {}

    static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    static boolean areWelcome(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getMethod().equals("POST") && IMPORTS.matcher(path).matches();
    }
}
