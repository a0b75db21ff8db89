package com.regulars.request;

import com.regulars.request.IdempotentRequests.Request;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of answered requests. */
@Repository
@RequiredArgsConstructor
public class RequestStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Claims the key for this transaction. The advisory lock ends with the transaction, however it ends, so a second
     * request with the key neither waits nor finds a claim that nobody will ever answer.
     *
     * @return false when the key is taken, answered or not
     */
    boolean claim(Request request) {
        return jdbc.sql("""
                        with free as materialized (
                            select pg_try_advisory_xact_lock(hashtextextended(:actor || ' ' || :key, 7265)) as locked)
                        insert into request_answer (actor, key, operation, payload_hash, at)
                        select :actor, :key, :operation, :hash, :at from free where locked
                        on conflict on constraint request_answer_pk do nothing
                        """)
                        .param("actor", request.actor())
                        .param("key", request.key())
                        .param("operation", request.operation())
                        .param("hash", request.payloadHash())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Stored> find(Request request) {
        return jdbc.sql("""
                        select operation, payload_hash, answer, refused_code from request_answer
                        where actor = :actor and key = :key
                        """)
                .param("actor", request.actor())
                .param("key", request.key())
                .query((row, number) -> new Stored(
                        row.getString("operation"),
                        row.getBytes("payload_hash"),
                        row.getString("answer"),
                        row.getString("refused_code") != null))
                .optional();
    }

    void answer(Request request, String answer) {
        write(request, answer, null);
    }

    void refuse(Request request, String code, String refusal) {
        write(request, refusal, code);
    }

    private void write(Request request, String answer, @Nullable String refusedCode) {
        jdbc.sql("""
                        update request_answer set answer = :answer, refused_code = :code
                        where actor = :actor and key = :key
                        """)
                .param("actor", request.actor())
                .param("key", request.key())
                .param("answer", answer)
                .param("code", refusedCode)
                .update();
    }

    public int forgetBefore(Instant time) {
        return jdbc.sql("delete from request_answer where at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A request that was answered. */
    record Stored(String operation, byte[] payloadHash, String answer, boolean refused) {

        boolean isFor(Request request) {
            return operation.equals(request.operation()) && Arrays.equals(payloadHash, request.payloadHash());
        }
    }
}
