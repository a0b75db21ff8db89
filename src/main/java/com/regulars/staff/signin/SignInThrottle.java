package com.regulars.staff.signin;

import com.regulars.staff.employee.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down who tries passwords. Each attempt is counted before it is checked, in one statement, so that many at once
 * cannot slip through; a right password gives the attempt back. After too many an account or an address waits for
 * the end of its quarter of an hour: nobody is ever locked out for good, and an attacker elsewhere cannot keep an
 * employee out for long, because account and address together are counted more strictly than the account alone.
 */
@Component
@RequiredArgsConstructor
public class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_ACCOUNT_AND_ADDRESS = 8;
    private static final int PER_ACCOUNT = 40;
    private static final int PER_ADDRESS = 60;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Counts an attempt; the time until the next one is allowed when there were too many. */
    public Optional<Duration> attempt(String loginName, String address) {
        Instant now = clock.instant();
        Duration wait = Duration.ZERO;
        wait = longer(wait, count("both:" + digest(loginName + "@" + address), PER_ACCOUNT_AND_ADDRESS, now));
        wait = longer(wait, count("account:" + digest(loginName), PER_ACCOUNT, now));
        wait = longer(wait, count("address:" + digest(address), PER_ADDRESS, now));
        return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }

    /** The password was right: the attempts of this employee from here are forgotten, the others get one back. */
    public void succeeded(String loginName, String address) {
        jdbc.sql("delete from staff_sign_in_attempt where key = :key or until < :now")
                .param("key", "both:" + digest(loginName + "@" + address))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        "update staff_sign_in_attempt set attempts = attempts - 1 where key in (:account, :address) and attempts > 0")
                .param("account", "account:" + digest(loginName))
                .param("address", "address:" + digest(address))
                .update();
    }

    private Duration count(String key, int allowed, Instant now) {
        return jdbc.sql("""
                        insert into staff_sign_in_attempt as a (key, attempts, until) values (:key, 1, :until)
                        on conflict on constraint staff_sign_in_attempt_pk do update
                           set attempts = case when a.until <= :now then 1 else least(a.attempts + 1, 1000000) end,
                               until = case when a.until <= :now then excluded.until else a.until end
                        returning attempts, until
                        """)
                .param("key", key)
                .param("until", now.plus(WINDOW).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getInt("attempts") <= allowed
                        ? Duration.ZERO
                        : Duration.between(
                                now,
                                row.getObject("until", OffsetDateTime.class).toInstant()))
                .single();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String digest(String text) {
        return Tokens.digest(text);
    }
}
