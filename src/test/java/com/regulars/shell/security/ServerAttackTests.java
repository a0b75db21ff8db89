package com.regulars.shell.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.RawBrowser;
import com.regulars.testing.RawRequest;
import com.regulars.testing.ServerTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What strangers send before anybody knows them. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class ServerAttackTests {

    private static final String PROXY = "127.0.0.1";
    private static final String STRANGER = "127.0.0.66";
    private static final String NEIGHBOUR = "127.0.0.67";
    private static final int HALF_SENT = 320;

    private static final int PROBE_PORT = freePort();

    @LocalServerPort
    int port;

    @Autowired
    ServletWebServerApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/imports/customers",
                "/imports/visits",
                "/api/v1/imports/customers",
                "/login",
                "/setup",
                "/account/language"
            })
    void takesNoFileInBeforeItsSenderIsKnown(String path) throws IOException {
        long before = filesTakenIn();
        try (var upload = new RawRequest(STRANGER, port)) {
            upload.send(
                    "POST " + path + " HTTP/1.1",
                    "Host: localhost",
                    "Accept: text/html",
                    "Content-Type: multipart/form-data; boundary=x",
                    "Content-Length: 104857600",
                    "");
            upload.sendRaw("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                    + "name,phone\n".repeat(40_000));
            assertThat(upload.status()).matches("HTTP/1.1 (302|401|403|415).*");
        }
        assertThat(filesTakenIn()).isEqualTo(before);
    }

    @Test
    void takesNoMoreThanTwoMegabytesFromAnybody() throws IOException {
        try (var announced = new RawRequest(STRANGER, port)) {
            announced.send(
                    "POST /login HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 3000000",
                    "");
            assertThat(announced.status()).startsWith("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login?username=%zz",
                "/login?%zz=1",
                "/search?q=%c3%28%",
                "/login?to=%0d%0a2026-11-24T00:00:00Z%20INFO%20forged%zz"
            })
    void answersUndecodableParametersWithoutATrace(String target, CapturedOutput log) throws IOException {
        try (var request = new RawRequest(STRANGER, port)) {
            request.send(
                    "GET " + target + " HTTP/1.1", "Host: localhost", "Accept: text/html", "Connection: close", "");
            assertThat(request.answer()).matches("(?s)HTTP/1.1 (400|302).*");
        }
        try (var form = new RawRequest(STRANGER, port)) {
            form.send(
                    "POST /login HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 12",
                    "Connection: close",
                    "",
                    "username=%zz");
            assertThat(form.answer()).startsWith("HTTP/1.1 400");
        }
        assertThat(log.getAll()).doesNotContain("InvalidParameterException").doesNotContain("\n2026-11-24T00:00:00Z");
    }

    @Test
    void believesAboutTlsOnlyAProxyItTrusts() throws IOException {
        String trusted = page(PROXY, "X-Forwarded-Proto: https", "X-Forwarded-For: 198.51.100.9");
        assertThat(trusted)
                .contains("Strict-Transport-Security:")
                .contains("__Host-csrf=")
                .contains("Secure");
        String spoofed = page(STRANGER, "X-Forwarded-Proto: https", "X-Forwarded-For: 198.51.100.9");
        assertThat(spoofed).doesNotContain("Strict-Transport-Security:").doesNotContain("__Host-");
    }

    @Test
    void countsGuessesForTheAddressBehindTheProxyNotForOneTheSenderInvents() throws IOException {
        for (int guess = 0; guess < 9; guess++) {
            signIn(PROXY, "nobody-here", "203.0.113." + guess + ", 198.51.100.44");
        }
        assertThat(signIn(PROXY, "nobody-here", "203.0.113.99, 198.51.100.44")).startsWith("HTTP/1.1 429");
        for (int guess = 0; guess < 9; guess++) {
            signIn(STRANGER, "nobody-there", "203.0.113." + guess);
        }
        assertThat(signIn(STRANGER, "nobody-there", "203.0.113.98")).startsWith("HTTP/1.1 429");
    }

    @Test
    void keepsNoSessionForWhoOnlyLooks() throws IOException {
        long before = sessions();
        for (String path : List.of("/", "/login", "/customers?q=x", "/till", "/nowhere")) {
            try (var look = new RawRequest(STRANGER, port)) {
                look.send("GET " + path + " HTTP/1.1", "Host: localhost", "Accept: text/html", "Connection: close", "");
                assertThat(look.answer()).doesNotContain("SESSION=");
            }
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void repeatsNoHostOfTheSender() throws IOException {
        for (String path : List.of("/", "/login", "/customers")) {
            try (var look = new RawRequest(STRANGER, port)) {
                look.send(
                        "GET " + path + " HTTP/1.1",
                        "Host: evil.example",
                        "X-Forwarded-Host: evil.example",
                        "Accept: text/html",
                        "Connection: close",
                        "");
                assertThat(look.answer()).doesNotContain("evil.example");
            }
        }
    }

    @Test
    void letsNobodyHoldAllConnectionsWithHalfARequest() throws IOException {
        List<RawRequest> held = new ArrayList<>();
        try {
            for (int i = 0; i < HALF_SENT; i++) {
                held.add(new RawRequest(STRANGER, port).sendRaw("GET /login HTTP/1.1\r\nHost: local"));
            }
            try (var more = new RawRequest(STRANGER, port)) {
                more.send("GET /login HTTP/1.1", "Host: localhost", "Connection: close", "");
                assertThat(more.status()).isEmpty();
            }
            try (var neighbour = new RawRequest(NEIGHBOUR, port)) {
                neighbour.send("GET /login HTTP/1.1", "Host: localhost", "Connection: close", "");
                assertThat(neighbour.status()).startsWith("HTTP/1.1 200");
            }
        } finally {
            for (RawRequest one : held) {
                one.close();
            }
        }
    }

    @Test
    void answersProbesAndNothingElseOnThePortForProbes() throws IOException {
        assertThat(get(PROBE_PORT, "/actuator/health/readiness")).startsWith("HTTP/1.1 200");
        for (String path :
                List.of("/", "/login", "/api/v1/brand", "/actuator/health", "/actuator/health/../../login")) {
            assertThat(get(PROBE_PORT, path)).as(path).matches("(?s)HTTP/1.1 (403|404|400).*");
        }
        assertThat(get(port, "/actuator/health/readiness")).startsWith("HTTP/1.1 200");
    }

    private static String get(int port, String path) throws IOException {
        try (var request = new RawRequest(STRANGER, port)) {
            request.send("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close", "");
            return request.answer();
        }
    }

    @DynamicPropertySource
    static void probePort(DynamicPropertyRegistry properties) {
        properties.add("regulars.probe-port", () -> PROBE_PORT);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private String page(String from, String... headers) throws IOException {
        try (var request = new RawRequest(from, port)) {
            request.send("GET /login HTTP/1.1", "Host: localhost", "Connection: close");
            request.send(headers).send("");
            return request.answer();
        }
    }

    private String signIn(String from, String name, String forwardedFor) throws IOException {
        return new RawBrowser(from, port, "X-Forwarded-For: " + forwardedFor).signIn(name, "guess");
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }

    private long filesTakenIn() throws IOException {
        var tomcat = ((TomcatWebServer) context.getWebServer()).getTomcat();
        Path directory = tomcat.getServer().getCatalinaBase().toPath();
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("upload_"))
                    .count();
        }
    }
}
