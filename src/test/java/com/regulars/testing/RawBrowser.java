package com.regulars.testing;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser reduced to what a server sees of it: cookies it keeps, the token of the last form, headers a proxy adds. */
public final class RawBrowser {

    private static final Pattern COOKIE = Pattern.compile("(?m)^Set-Cookie: ([^=]+)=([^;\r]*)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String from;
    private final int port;
    private final String headers;
    private final Map<String, String> cookies = new TreeMap<>();
    private String token = "";

    /** @param headers what is added to each request, such as {@code X-Forwarded-Proto: https}; a host first, if any */
    public RawBrowser(String from, int port, String... headers) {
        this.from = from;
        this.port = port;
        this.headers = Arrays.stream(headers).map(one -> one + "\r\n").collect(Collectors.joining());
    }

    /** The whole answer, head and body. */
    public String get(String path) throws IOException {
        return ask("GET " + path, "", "");
    }

    /** Sends a form with the token of the last one that was shown. */
    public String post(String path, Map<String, String> fields) throws IOException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "", "&_csrf=" + encoded(token)));
        return ask(
                "POST " + path,
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n",
                body);
    }

    /** Opens the page to sign in and sends it. */
    public String signIn(String name, String password) throws IOException {
        get("/login");
        return post("/login", Map.of("username", name, "password", password));
    }

    private String ask(String request, String more, String body) throws IOException {
        try (var connection = new RawRequest(from, port)) {
            connection.sendRaw(request + " HTTP/1.1\r\n" + host() + "Accept: text/html\r\nConnection: close\r\n"
                    + "Cookie: " + jar() + "\r\n" + headers + more + "\r\n" + body);
            return keep(connection.answer());
        }
    }

    private String host() {
        return headers.startsWith("Host: ") ? "" : "Host: localhost\r\n";
    }

    private String jar() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private String keep(String answer) {
        COOKIE.matcher(answer).results().forEach(cookie -> cookies.put(cookie.group(1), cookie.group(2)));
        TOKEN.matcher(answer).results().findFirst().ifPresent(form -> token = form.group(1));
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
