package com.regulars.request;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
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
     * Claims the key for this transaction and looks whether it was answered before. The advisory lock ends with the
     * transaction, however it ends, so a second request with the key neither waits nor finds a claim that nobody will
     * ever answer. Nothing is written: a key that is answered between the two is found taken when the answer is stored.
     * From here to the end of the transaction no wait for a lock is longer than three seconds.
     */
    Found claim(Claim claim) {
        return jdbc.sql("""
                        with free as materialized (
                            select pg_try_advisory_xact_lock(hashtextextended(:actor || ' ' || :key, 7265)) as locked)
                        select set_config('lock_timeout', '3s', true), free.locked, a.operation, a.payload_hash, a.status, a.body, a.reference, a.refusal
                        from free left join request_answer a on a.actor_key = :actor and a.key = :key
                        """)
                .param("actor", claim.actorKey())
                .param("key", claim.key())
                .query((row, number) -> new Found(
                        row.getBoolean("locked"),
                        row.getString("operation") == null
                                ? null
                                : new Stored(
                                        row.getString("operation"),
                                        row.getBytes("payload_hash"),
                                        row.getInt("status"),
                                        row.getString("body"),
                                        row.getString("reference"),
                                        row.getString("refusal"))))
                .single();
    }

    /** @return false when the key was answered in the meantime */
    boolean answer(Claim claim, int status, String body, String reference) {
        return insert(claim, status, body, reference, null);
    }

    /** @return false when the key was answered in the meantime */
    boolean refuse(Claim claim, RefusalWording.Problem problem, String refusal) {
        return insert(claim, problem.status(), problem.body(), "", refusal);
    }

    private boolean insert(Claim claim, int status, String body, String reference, @Nullable String refusal) {
        return jdbc.sql("""
                        insert into request_answer (actor_key, key, operation, payload_hash, at, status, body, reference, refusal)
                        values (:actor, :key, :operation, :hash, :at, :status, :body, :reference, :refusal)
                        on conflict on constraint request_answer_pk do nothing
                        """)
                        .param("actor", claim.actorKey())
                        .param("key", claim.key())
                        .param("operation", claim.operation())
                        .param("hash", claim.payloadHash())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("status", status)
                        .param("body", body)
                        .param("reference", reference)
                        .param("refusal", refusal)
                        .update()
                == 1;
    }

    int forgetBefore(Instant time) {
        return jdbc.sql("delete from request_answer where at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What there is about a key. */
    record Found(boolean locked, @Nullable Stored stored) {}

    /** A request that was answered. */
    record Stored(
            String operation,
            byte[] payloadHash,
            int status,
            String body,
            String reference,
            @Nullable String refusal) {

        boolean isFor(Claim claim) {
            return operation.equals(claim.operation()) && Arrays.equals(payloadHash, claim.payloadHash());
        }
    }
}
