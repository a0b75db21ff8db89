package com.regulars.request;

import com.regulars.access.CurrentActor;
import com.regulars.request.RequestStore.Found;
import com.regulars.request.RequestStore.Stored;
import com.regulars.shared.RefusedException;
import com.regulars.shared.stored.StoredJson;
import java.time.Instant;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.Assert;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a request at most once per actor and key, however often it is sent. The key is claimed, the work done and the
 * answer stored in one transaction on one connection: a crash before the commit leaves nothing, a crash after it leaves
 * the answer for the retry. What is stored is what was sent, so a later release answers a retry byte for byte as the
 * first answer was. A refusal is an answer too; an error is not.
 */
@Slf4j
@Service
@RequiredArgsConstructor
public class IdempotentRequests {

    private static final int TRIES = 4;

    private final TransactionTemplate transactions;
    private final RequestStore requests;
    private final Payloads payloads;
    private final JsonMapper json;
    private final StoredJson stored;
    private final RefusalWording wording;
    private final Savepoints savepoints;
    private final CurrentActor currentActor;

    /**
     * Does the work, or answers as it was answered before.
     *
     * @param operation what is asked for, for example {@code card.top-up}; another operation cannot reuse a key
     * @param payload all that was asked, compared by its canonical JSON
     * @param work everything the request does; done again from the start when the database asks for it
     * @throws RefusedException the work's own refusal, also when replayed; {@code IDEMPOTENCY_KEY_REUSED} when the key
     *     was used for something else; {@code REQUEST_IN_PROGRESS} while the first request with it still runs; {@code
     *     REQUEST_ANSWERED} when it was answered by a release whose refusals this one cannot read; what {@link
     *     Claim#overtaken} names when others were faster each time
     */
    public Reply once(String operation, IdempotencyKey key, Object payload, Function<Claim, Done> work) {
        Assert.state(
                !TransactionSynchronizationManager.isActualTransactionActive(),
                "An idempotent request is a transaction of its own");
        var claim = new Claim(currentActor.get().key(), key.value(), operation, payloads.fingerprint(payload));
        for (int attempt = 1; ; attempt++) {
            try {
                return tryOnce(claim, work);
            } catch (RuntimeException failed) {
                if (attempt == TRIES || !isWorthRetrying(failed)) {
                    throw failed instanceof Claim.DoneAgain again ? again.inTheEnd() : failed;
                }
                log.info("Trying {} again after {}", operation, failed.getMessage());
                DatabaseConflict.pause(attempt);
            }
        }
    }

    /** Forgets the answers given before a point in time; their keys are then free again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int forgetBefore(Instant time) {
        return requests.forgetBefore(time);
    }

    private static boolean isWorthRetrying(RuntimeException failed) {
        return failed instanceof Claim.DoneAgain || DatabaseConflict.isWorthRetrying(failed);
    }

    private Reply tryOnce(Claim claim, Function<Claim, Done> work) {
        try {
            return Outcome.require(transactions.execute(status -> attempt(claim, work)));
        } catch (Undone undone) {
            return Outcome.require(transactions.execute(status -> keep(claim, undone.refused)));
        }
    }

    private Outcome attempt(Claim claim, Function<Claim, Done> work) {
        Found found = requests.claim(claim);
        if (found.stored() != null) {
            return replay(claim, found.stored());
        }
        requireLocked(found);
        var beyondRefusal = new BeyondRefusal(savepoints);
        try {
            return answer(claim, beyondRefusal.run(() -> work.apply(claim)));
        } catch (RefusedException refused) {
            if (!isAnswer(refused)) {
                throw refused;
            }
            if (!beyondRefusal.rollBack()) {
                throw new Undone(refused);
            }
            return refuse(claim, refused);
        }
    }

    private static void requireLocked(Found found) {
        if (!found.locked()) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "REQUEST_IN_PROGRESS");
        }
    }

    private Outcome answer(Claim claim, Done done) {
        String body = done.body() instanceof String text && done.stored()
                ? text
                : done.body() == null ? "" : json.writeValueAsString(done.body());
        if (!done.stored() && !requests.answer(claim, done.status(), body, done.reference())) {
            throw claim.taken();
        }
        return new Outcome.Answered(new Reply(done.status(), body, done.reference(), false));
    }

    /** What a rule or a conflict forbids is final for this key; what is only busy or malformed may be sent again. */
    private static boolean isAnswer(RefusedException refused) {
        return refused.getReason() == RefusedException.Reason.RULE
                || refused.getReason() == RefusedException.Reason.CONFLICT;
    }

    /** The work was undone as a whole; what is left to do is to keep the refusal, unless somebody else was faster. */
    private Outcome keep(Claim claim, RefusedException refused) {
        Found found = requests.claim(claim);
        if (found.stored() != null) {
            return replay(claim, found.stored());
        }
        requireLocked(found);
        return refuse(claim, refused);
    }

    private Outcome refuse(Claim claim, RefusedException refused) {
        if (!requests.refuse(claim, wording.problem(refused), stored.write(StoredRefusal.of(refused)))) {
            throw claim.taken();
        }
        return new Outcome.Refused(refused);
    }

    private Outcome replay(Claim claim, Stored answer) {
        if (!answer.isFor(claim)) {
            throw new RefusedException("IDEMPOTENCY_KEY_REUSED");
        }
        String refusal = answer.refusal();
        if (refusal == null) {
            return new Outcome.Answered(new Reply(answer.status(), answer.body(), answer.reference(), true));
        }
        return new Outcome.Refused(stored.find(refusal, StoredRefusal.class)
                .map(known -> known.replayed(answer.body()))
                .orElseGet(() -> new RefusedException(
                        RefusedException.Reason.CONFLICT, "REQUEST_ANSWERED", claim.operation(), claim.key())));
    }

    /** How a request ended; a refusal travels as a value so that the transaction commits. */
    private sealed interface Outcome {

        record Answered(Reply reply) implements Outcome {}

        record Refused(RefusedException refusal) implements Outcome {}

        static Reply require(Outcome outcome) {
            return switch (outcome) {
                case Answered answered -> answered.reply();
                case Refused refused -> throw refused.refusal();
            };
        }
    }

    /** A refusal on its way out of a transaction that is to be rolled back as a whole. */
    private static final class Undone extends RuntimeException {

        private final transient RefusedException refused;

        Undone(RefusedException refused) {
            super(refused.getMessage(), refused, false, false);
            this.refused = refused;
        }
    }
}
