package com.regulars.shell.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.CurrentActor;
import com.regulars.staff.client.ApiClients;
import com.regulars.staff.client.Scope;
import com.regulars.testing.RawRequest;
import com.regulars.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Bodies that stop half-way, and bodies that never stop. The server waits two seconds here instead of twenty. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "regulars.read-timeout=2s")
class UnfinishedRequestTests {

    private static final String STRANGER = "127.0.0.66";
    private static final String NEIGHBOUR = "127.0.0.67";
    private static final String NAME = "\"kind\":\"PERSON\",\"name\":\"";

    @LocalServerPort
    int port;

    @Autowired
    ApiClients clients;

    @Autowired
    JdbcClient jdbc;

    private final String name = "u" + UUID.randomUUID();

    @Test
    void aBodyThatStopsHalfWayIsGivenUpWhileOthersAreServed(CapturedOutput log) throws Exception {
        List<RawRequest> stopped = new ArrayList<>();
        try {
            stopped.add(begun("/login", "Content-Type: application/x-www-form-urlencoded", "username=an"));
            stopped.add(begun("/api/v1/customers", json(), "{" + NAME + name));
            try (var other = new RawRequest(NEIGHBOUR, port)) {
                other.send("GET /login HTTP/1.1", "Host: localhost", "Connection: close", "");
                assertThat(other.status()).startsWith("HTTP/1.1 200");
            }
            try (var gone = begun("/api/v1/customers", json(), "{" + NAME + name)) {
                assertThat(gone).as("hangs up at once").isNotNull();
            }
            for (RawRequest one : stopped) {
                assertThat(one.answer()).as("hung up, or told why").matches("(?s)(HTTP/1.1 40[08].*)?");
            }
            assertThat(log.getAll()).doesNotContain("Unexpected failure");
        } finally {
            for (RawRequest one : stopped) {
                one.close();
            }
        }
        assertThat(guests()).isZero();
    }

    @Test
    void aBodyWithoutALengthIsCutAtTheLimit() throws Exception {
        try (var endless = begun("/api/v1/customers", json() + "\r\nTransfer-Encoding: chunked", "")) {
            chunk(endless, "{" + NAME + name + "\",\"note\":\"");
            sendUntilRefused(endless);
            assertThat(endless.status()).startsWith("HTTP/1.1 413");
        }
        assertThat(guests()).isZero();
    }

    @Test
    void aFormWithoutALengthIsCutAtTheLimit() throws Exception {
        String form = "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked";
        try (var endless = begun("/login", form, "")) {
            chunk(endless, "username=" + name + "&password=");
            sendUntilRefused(endless);
            assertThat(endless.status()).startsWith("HTTP/1.1 413");
        }
    }

    private RawRequest begun(String path, String headers, String body) throws Exception {
        var request = new RawRequest(STRANGER, port);
        String length = headers.contains("chunked") ? "" : "Content-Length: 400\r\n";
        return request.sendRaw(
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + length + headers + "\r\n\r\n" + body);
    }

    private String json() {
        String token = CurrentActor.asSystem(
                        () -> clients.create("c" + UUID.randomUUID(), Set.of(Scope.CUSTOMERS), Set.of()))
                .token();
        return "Content-Type: application/json\r\nIdempotency-Key: " + name + "\r\nAuthorization: Bearer " + token;
    }

    /** A little more than the limit, and an end: what is not cut would be answered in another way. */
    private static void sendUntilRefused(RawRequest request) throws Exception {
        String piece = "x".repeat(64 << 10);
        for (int sent = 0; sent <= BodyLimit.MOST_BYTES; sent += piece.length()) {
            chunk(request, piece);
        }
        chunk(request, "\"}");
        request.sendRaw("0\r\n\r\n");
    }

    private static void chunk(RawRequest request, String text) throws Exception {
        request.sendRaw(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    private long guests() {
        return jdbc.sql("select count(*) from customer where name like :name")
                .param("name", name + "%")
                .query(Long.class)
                .single();
    }
}
