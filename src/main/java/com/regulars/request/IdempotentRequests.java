package com.regulars.request;

import com.regulars.access.CurrentActor;
import com.regulars.shared.RefusedException;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.Assert;

/**
 * Runs a money request at most once per actor and key, however often it is sent. The key is claimed, the work done and
 * the answer stored in one transaction on one connection: a crash before the commit leaves nothing, a crash after it
 * leaves the answer for the retry. A refusal is an answer too; an error is not.
 */
@Slf4j
@Service
@RequiredArgsConstructor
public class IdempotentRequests {

    private static final int TRIES = 4;

    private final TransactionTemplate transactions;
    private final RequestStore requests;
    private final AnswerJson json;
    private final Savepoints savepoints;
    private final CurrentActor currentActor;

    /**
     * Does the work, or answers as it was answered before.
     *
     * @param operation what is asked for, for example {@code top-up}; another operation cannot reuse a key
     * @param key the caller's key, {@link IdempotencyKey}
     * @param payload all that was asked, compared by its canonical JSON
     * @param answerType a record that JSON can write and read
     * @param work everything the request does; done again from the start when the database asks for it
     * @throws RefusedException the work's own refusal, also when replayed; {@code IDEMPOTENCY_KEY_REUSED} when the key
     *     was used for something else; {@code REQUEST_IN_PROGRESS} while the first request with it still runs
     */
    public <T> Answer<T> once(String operation, String key, Object payload, Class<T> answerType, Supplier<T> work) {
        Assert.state(
                !TransactionSynchronizationManager.isActualTransactionActive(),
                "An idempotent request is a transaction of its own");
        var request = new Request(currentActor.get().key(), key, operation, json.fingerprint(payload));
        for (int attempt = 1; ; attempt++) {
            try {
                return tryOnce(request, answerType, work);
            } catch (RuntimeException failed) {
                if (attempt == TRIES || !DatabaseConflict.isWorthRetrying(failed)) {
                    throw failed;
                }
                log.info("Trying {} again after {}", operation, failed.getMessage());
                DatabaseConflict.pause(attempt);
            }
        }
    }

    private <T> Answer<T> tryOnce(Request request, Class<T> answerType, Supplier<T> work) {
        var outcome = transactions.execute(
                status -> requests.claim(request) ? answer(request, work) : replay(request, answerType));
        return Outcome.require(outcome);
    }

    private <T> Outcome<T> answer(Request request, Supplier<T> work) {
        var beyondRefusal = new BeyondRefusal();
        while (true) {
            var savepoint = savepoints.set();
            try {
                T body = beyondRefusal.run(work);
                savepoint.release();
                requests.answer(request, json.write(body));
                return new Outcome.Done<>(new Answer<>(body, false));
            } catch (BeyondRefusal.Wanted wanted) {
                savepoint.rollBack();
                beyondRefusal.provide(wanted);
            } catch (RefusedException refused) {
                if (!isAnswer(refused)) {
                    throw refused;
                }
                savepoint.rollBack();
                requests.refuse(request, refused.getCode(), json.write(StoredRefusal.of(refused)));
                return new Outcome.Refused<>(refused);
            }
        }
    }

    /** What a rule or a conflict forbids is final for this key; what is only busy or malformed may be sent again. */
    private static boolean isAnswer(RefusedException refused) {
        return refused.getReason() == RefusedException.Reason.RULE
                || refused.getReason() == RefusedException.Reason.CONFLICT;
    }

    private <T> Outcome<T> replay(Request request, Class<T> answerType) {
        var stored = requests.find(request)
                .orElseThrow(() -> new RefusedException(RefusedException.Reason.CONFLICT, "REQUEST_IN_PROGRESS"));
        if (!stored.isFor(request)) {
            throw new RefusedException("IDEMPOTENCY_KEY_REUSED");
        }
        return stored.refused()
                ? new Outcome.Refused<>(
                        json.read(stored.answer(), StoredRefusal.class).replayed())
                : new Outcome.Done<>(new Answer<>(json.read(stored.answer(), answerType), true));
    }

    /** One request: who asks, under which key, for what. */
    record Request(String actor, String key, String operation, byte[] payloadHash) {}

    /** How a request ended; a refusal travels as a value so that the transaction commits. */
    private sealed interface Outcome<T> {

        record Done<T>(Answer<T> answer) implements Outcome<T> {}

        record Refused<T>(RefusedException refusal) implements Outcome<T> {}

        static <T> Answer<T> require(Outcome<T> outcome) {
            return switch (outcome) {
                case Done<T> done -> done.answer();
                case Refused<T> refused -> throw refused.refusal();
            };
        }
    }
}
