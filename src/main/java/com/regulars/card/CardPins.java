package com.regulars.card;

import static com.regulars.access.Permission.CARD_ISSUE;
import static com.regulars.access.Permission.CARD_PIN_RESET;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.customer.Customers;
import com.regulars.request.BeyondRefusal;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.SecretKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The PINs of cards: six digits, kept as a keyed MAC because a plain hash of a million possible values hides nothing.
 * Every attempt is counted before it is looked at, and stays counted when the bill is refused; the fifth wrong one in a
 * row locks the PIN until a new one is set.
 */
@Service
public class CardPins {

    /** Wrong ones in a row until the PIN is locked. */
    public static final int MOST_TRIES = 5;

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private final CardLocks locks;
    private final Customers customers;
    private final CurrentActor currentActor;
    private final FourEyes fourEyes;
    private final AuditLog auditLog;
    private final Clock clock;
    private final SecretKeySpec key;

    CardPins(
            JdbcClient jdbc,
            CardLocks locks,
            Customers customers,
            CurrentActor currentActor,
            FourEyes fourEyes,
            AuditLog auditLog,
            Clock clock,
            SecretKeys keys) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.customers = customers;
        this.currentActor = currentActor;
        this.fourEyes = fourEyes;
        this.auditLog = auditLog;
        this.clock = clock;
        this.key = new SecretKeySpec(keys.derive("card-pin"), ALGORITHM);
    }

    /** @param keyedAs the card for which the PIN was set */
    private record Stored(byte[] mac, long keyedAs) {}

    private enum Attempt {
        RIGHT,
        WRONG,
        LOCKED
    }

    /**
     * Gives a card a PIN, or a new one, which also unlocks it.
     *
     * @throws RefusedException {@code PIN_TOO_WEAK}, {@code CARD_BUSY}
     */
    @Requires(CARD_PIN_RESET)
    @Transactional
    public void change(long cardId, String pin) {
        set(cardId, pin);
    }

    /**
     * Gives a card a PIN by somebody who may not do that alone: whoever knows a card's PIN can spend what is on it.
     *
     * @param approver the second person who allows it; both are in the audit log
     * @throws RefusedException {@code PIN_TOO_WEAK}, {@code CARD_BUSY}; {@code APPROVER_MAY_NOT} when the approver may not either or is
     *     nobody else
     */
    @Requires(CARD_ISSUE)
    @Transactional
    public void changeApproved(long cardId, String pin, Actor approver) {
        fourEyes.require(approver, CARD_PIN_RESET, "card.pinApproved", cardId);
        set(cardId, pin);
    }

    private void set(long cardId, String pin) {
        locks.holding(cardId, card -> {
            card.changePin(currentActor.get(), clock.instant());
            store(cardId, card.getCustomerId(), pin);
            return card;
        });
        auditLog.record("card.pinSet", "card", cardId, "");
    }

    /** @throws RefusedException {@code PIN_TOO_WEAK} */
    void store(long cardId, long customerId, String pin) {
        if (WeakPins.has(
                requireSixDigits(pin), customers.findBirthday(customerId).orElse(null))) {
            throw new RefusedException("PIN_TOO_WEAK");
        }
        jdbc.sql("""
                        insert into card_pin (card_id, mac, failures, set_at) values (:card, :mac, 0, :at)
                        on conflict on constraint card_pin_pk
                        do update set mac = excluded.mac, failures = 0, set_at = excluded.set_at, keyed_as = null
                        """)
                .param("card", cardId)
                .param("mac", mac(cardId, pin))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The PIN of a card goes on with the one that takes its place, and so do the wrong attempts at it. */
    void move(long cardId, long successorId) {
        jdbc.sql("""
                        update card_pin set card_id = :successor, keyed_as = coalesce(keyed_as, card_id) where card_id = :card
                        """).param("card", cardId).param("successor", successorId).update();
    }

    static String requireSixDigits(String pin) {
        if (!pin.matches("[0-9]{6}")) {
            throw new InvalidFieldException("pin", "pin");
        }
        return pin;
    }

    /**
     * Lets a payment pass only with the card's PIN.
     *
     * @throws RefusedException {@code PIN_REQUIRED}, {@code PIN_WRONG} or {@code PIN_LOCKED}
     */
    void require(CardAtTill card, @Nullable String pin) {
        if (!card.hasPin() || pin == null) {
            throw new RefusedException("PIN_REQUIRED");
        }
        var attempt = BeyondRefusal.once("card-pin " + card.id(), Attempt.class, () -> attempt(card.id(), pin));
        switch (attempt) {
            case WRONG -> throw new RefusedException("PIN_WRONG");
            case LOCKED -> throw new RefusedException("PIN_LOCKED");
            case RIGHT -> {}
        }
    }

    private Attempt attempt(long cardId, String pin) {
        var stored = jdbc.sql("""
                        update card_pin set failures = failures + 1 where card_id = :card and failures < :most
                        returning mac, coalesce(keyed_as, card_id) as keyed_as
                        """)
                .param("card", cardId)
                .param("most", MOST_TRIES)
                .query((row, number) -> new Stored(row.getBytes("mac"), row.getLong("keyed_as")))
                .optional();
        if (stored.isEmpty()) {
            return Attempt.LOCKED;
        }
        if (!MessageDigest.isEqual(stored.get().mac, mac(stored.get().keyedAs, pin))) {
            auditLog.record("card.pinWrong", "card", cardId, "");
            return Attempt.WRONG;
        }
        jdbc.sql("update card_pin set failures = 0 where card_id = :card")
                .param("card", cardId)
                .update();
        return Attempt.RIGHT;
    }

    private byte[] mac(long cardId, String pin) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(cardId).array());
            return mac.doFinal(pin.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
