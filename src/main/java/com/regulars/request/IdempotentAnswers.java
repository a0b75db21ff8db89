package com.regulars.request;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Turns an idempotent answer into the response of a JSON handler, marked when it is a replay. */
public final class IdempotentAnswers {

    private IdempotentAnswers() {}

    public static <T> ResponseEntity<T> created(Answer<T> answer) {
        return response(HttpStatus.CREATED, answer);
    }

    public static <T> ResponseEntity<T> ok(Answer<T> answer) {
        return response(HttpStatus.OK, answer);
    }

    private static <T> ResponseEntity<T> response(HttpStatus status, Answer<T> answer) {
        var response = ResponseEntity.status(status);
        if (answer.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(answer.body());
    }
}
