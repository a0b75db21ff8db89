package com.regulars.staff.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down who tries passwords. An attempt is counted before it is checked, so that many at once cannot slip through;
 * a right password gives it back, and one that is refused here is not counted at all, so that nobody can prolong a wait.
 *
 * <p>One account from one address has eight guesses in a quarter of an hour; the ninth waits, and that pair only.
 * Guesses that are spread over addresses or over accounts meet two wider budgets. Whoever signed in from an address
 * before is not held up by what strangers did to these two: nobody locks an employee out from far away, and sixty wrong
 * names do not close a shop.
 */
@Component
@RequiredArgsConstructor
public class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration PLACES_KEPT = Duration.ofDays(90);
    private static final int PER_ACCOUNT_AND_ADDRESS = 8;
    private static final int PER_ACCOUNT_FROM_NEW_PLACES = 100;
    private static final int PER_ADDRESS_AT_NEW_ACCOUNTS = 300;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /**
     * An attempt that has to wait.
     *
     * @param remaining until the next one is allowed
     * @param first whether it is the first that was refused since the wait began; one line about it is enough
     */
    public record Refusal(Duration remaining, boolean first) {}

    private record Budget(String key, int allowed) {}

    /** Counts an attempt, or says that it has to wait. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Refusal> attempt(SignInAttempt attempt) {
        Instant now = clock.instant();
        Optional<Budget> spent = transaction.execute(status -> takeAll(attempt, now, status));
        return spent.map(budget -> refusal(budget, now));
    }

    /** The password was right: the guesses of this pair are forgotten, the wider budgets get one back. */
    @Transactional
    public void succeeded(SignInAttempt attempt) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        if (!isKnown(attempt)) {
            jdbc.sql("update staff_sign_in_attempt set attempts = attempts - 1 where key in (:keys) and attempts > 0")
                    .param("keys", List.of(attempt.accountKey(), attempt.addressKey()))
                    .update();
        }
        jdbc.sql("delete from staff_sign_in_attempt where key = :key or until < :now")
                .param("key", attempt.pairKey())
                .param("now", now)
                .update();
        jdbc.sql("""
                        insert into staff_sign_in_place (key, seen_at) values (:key, :now)
                        on conflict on constraint staff_sign_in_place_pk do update set seen_at = excluded.seen_at
                        """).param("key", attempt.place()).param("now", now).update();
        jdbc.sql("delete from staff_sign_in_place where seen_at < :old")
                .param("old", now.minus(PLACES_KEPT))
                .update();
    }

    /** The budget that has nothing left; nothing is taken from the others then. */
    private Optional<Budget> takeAll(SignInAttempt attempt, Instant now, TransactionStatus status) {
        Optional<Budget> spent =
                budgets(attempt).stream().filter(budget -> !take(budget, now)).findFirst();
        if (spent.isPresent()) {
            status.setRollbackOnly();
        }
        return spent;
    }

    private List<Budget> budgets(SignInAttempt attempt) {
        var pair = new Budget(attempt.pairKey(), PER_ACCOUNT_AND_ADDRESS);
        return isKnown(attempt)
                ? List.of(pair)
                : List.of(
                        pair,
                        new Budget(attempt.accountKey(), PER_ACCOUNT_FROM_NEW_PLACES),
                        new Budget(attempt.addressKey(), PER_ADDRESS_AT_NEW_ACCOUNTS));
    }

    private boolean isKnown(SignInAttempt attempt) {
        return jdbc.sql("select exists (select from staff_sign_in_place where key = :key)")
                .param("key", attempt.place())
                .query(Boolean.class)
                .single();
    }

    private boolean take(Budget budget, Instant now) {
        return jdbc.sql("""
                        insert into staff_sign_in_attempt as a (key, attempts, until) values (:key, 1, :until)
                        on conflict on constraint staff_sign_in_attempt_pk do update
                           set attempts = case when a.until <= :now then 1 else a.attempts + 1 end,
                               until = case when a.until <= :now then excluded.until else a.until end,
                               refused = a.refused and a.until > :now
                         where a.until <= :now or a.attempts < :allowed
                        """)
                        .param("key", budget.key)
                        .param("until", now.plus(WINDOW).atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("allowed", budget.allowed)
                        .update()
                == 1;
    }

    private Refusal refusal(Budget spent, Instant now) {
        boolean first = jdbc.sql("update staff_sign_in_attempt set refused = true where key = :key and not refused")
                        .param("key", spent.key)
                        .update()
                == 1;
        Duration remaining = jdbc.sql("select until from staff_sign_in_attempt where key = :key")
                .param("key", spent.key)
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .orElse(WINDOW);
        return new Refusal(remaining, first);
    }
}
