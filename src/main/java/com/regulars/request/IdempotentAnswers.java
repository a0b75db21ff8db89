package com.regulars.request;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Turns a reply into the response of a JSON handler, marked when it is a replay. The body goes out as it was stored. */
public final class IdempotentAnswers {

    private IdempotentAnswers() {}

    public static ResponseEntity<byte[]> of(Reply reply) {
        var response = ResponseEntity.status(reply.status()).contentType(MediaType.APPLICATION_JSON);
        if (reply.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
