package com.regulars.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegularsTest
class IdempotentRequestsTests {

    @Autowired
    IdempotentRequests requests;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Fixtures fixtures;

    @BeforeEach
    void openVenue() {
        fixtures.freshVenue();
    }

    final Actor client = Fixtures.apiClient();
    final String key = UUID.randomUUID().toString();
    final AtomicInteger effects = new AtomicInteger();

    record Result(int effect, String text) {}

    private Reply once(Object payload, Supplier<Result> work) {
        return once("test", payload, work);
    }

    private Reply once(String operation, Object payload, Supplier<Result> work) {
        return CurrentActor.as(
                client,
                () -> requests.once(operation, new IdempotencyKey(key), payload, claim -> {
                    Result result = work.get();
                    return Done.created(result, result.effect());
                }));
    }

    private Result effect() {
        return new Result(effects.incrementAndGet(), "好");
    }

    @Test
    void answers_again_what_it_answered_first() {
        var first = once("p", this::effect);
        var second = once("p", this::effect);
        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(effects).hasValue(1);
    }

    @Test
    void the_order_of_fields_makes_no_other_request() {
        once(new java.util.LinkedHashMap<>(Map.of("a", 1)), this::effect);
        var ordered = new java.util.LinkedHashMap<String, Object>();
        ordered.put("b", 2);
        ordered.put("a", 1);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> once(ordered, this::effect))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(once(Map.of("a", 1), this::effect).replayed()).isTrue();
    }

    @Test
    void another_operation_cannot_reuse_a_key() {
        once("p", this::effect);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> once("other", "p", this::effect))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void a_key_belongs_to_its_client() {
        once("p", this::effect);
        CurrentActor.as(
                Fixtures.apiClient(),
                () -> requests.once(
                        "test", new IdempotencyKey(key), "other", claim -> Done.created(effect(), "other")));
        assertThat(effects).hasValue(2);
    }

    @Test
    void a_refusal_undoes_the_work_and_is_answered_again() {
        String trace = UUID.randomUUID().toString();
        Supplier<Result> refused = () -> {
            effects.incrementAndGet();
            leaveTrace(trace);
            new TransactionTemplate(transactionManager).executeWithoutResult(inner -> {
                throw new RefusedException("CARD_NOT_ACTIVE", "a", 7);
            });
            return effect();
        };
        for (boolean replayed : new boolean[] {false, true}) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> once("p", refused))
                    .satisfies(answer -> {
                        assertThat(answer.getCode()).isEqualTo("CARD_NOT_ACTIVE");
                        assertThat(answer.getArgs()).containsExactly("a", 7);
                        assertThat(answer.isReplayed()).isEqualTo(replayed);
                    });
        }
        assertThat(effects).hasValue(1);
        assertThat(traces(trace)).isZero();
    }

    @Test
    void a_refusal_that_cannot_be_read_any_more_says_that_it_was_answered() {
        Supplier<Result> refused = () -> {
            throw new RefusedException("CARD_NOT_ACTIVE");
        };
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> once("p", refused));
        jdbc.sql("update request_answer set refusal = '{\"shape\":\"refusal/9\"}' where key = :key")
                .param("key", key)
                .update();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> once("p", this::effect))
                .satisfies(answer -> {
                    assertThat(answer.getCode()).isEqualTo("REQUEST_ANSWERED");
                    assertThat(answer.getArgs()).containsExactly("test", key);
                });
        assertThat(effects).hasValue(0);
    }

    @Test
    void an_error_is_no_answer() {
        String trace = UUID.randomUUID().toString();
        assertThatThrownBy(() -> once("p", () -> {
                    leaveTrace(trace);
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        assertThat(traces(trace)).isZero();
        assertThat(once("p", this::effect).replayed()).isFalse();
    }

    @Test
    void what_must_outlive_a_refusal_is_done_once_and_stays() {
        String trace = UUID.randomUUID().toString();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> once("p", () -> {
                    BeyondRefusal.once("count", Boolean.class, () -> leaveTrace(trace));
                    throw new RefusedException("PIN_WRONG");
                }));
        assertThat(traces(trace)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void tries_the_whole_work_again_when_the_database_asks_for_it(String state) {
        var answer = once("p", () -> {
            if (effects.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("give way", state));
            }
            return new Result(effects.get(), "third time");
        });
        assertThat(answer.reference()).isEqualTo("3");
        assertThat(answer.replayed()).isFalse();
    }

    @Test
    void says_what_is_busy_when_others_were_faster_each_time() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> CurrentActor.as(
                        client,
                        () -> requests.once("test", new IdempotencyKey(key), "p", claim -> {
                            effect();
                            throw claim.overtaken("CARD_BUSY");
                        })))
                .satisfies(busy -> {
                    assertThat(busy.getReason()).isEqualTo(RefusedException.Reason.BUSY);
                    assertThat(busy.getCode()).isEqualTo("CARD_BUSY");
                });
        assertThat(effects).as("tries").hasValue(4);
        assertThat(once("p", this::effect).replayed())
                .as("the key is free again")
                .isFalse();
    }

    @Test
    void tries_nothing_else_again() {
        assertThatThrownBy(() -> once("p", () -> {
                    effects.incrementAndGet();
                    throw new IllegalStateException(new SQLException("duplicate", "23505"));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(effects).hasValue(1);
    }

    @Test
    void says_so_while_the_first_request_still_runs() {
        once("outer", () -> {
            Thread other = Thread.ofVirtual()
                    .start(() -> assertThatExceptionOfType(RefusedException.class)
                            .isThrownBy(() -> once("outer", this::effect))
                            .satisfies(refused -> {
                                assertThat(refused.getCode()).isEqualTo("REQUEST_IN_PROGRESS");
                                assertThat(refused.getReason()).isEqualTo(RefusedException.Reason.CONFLICT);
                                effects.addAndGet(100);
                            }));
            join(other);
            return effect();
        });
        assertThat(effects).hasValue(101);
    }

    @Test
    void keeps_no_payload_that_could_be_guessed_from_its_hash() {
        once(Map.of("pin", "123456"), this::effect);
        var kept = jdbc.sql("select encode(payload_hash, 'hex') || body from request_answer where key = :key")
                .param("key", key)
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain("123456").doesNotContain(sha256("{\"pin\":\"123456\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "a\nb", "钥匙"})
    void refuses_keys_that_are_none(String header) {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> IdempotencyKey.of(header));
    }

    @Test
    void reads_the_quoted_form() {
        assertThat(IdempotencyKey.of("\"abc\"")).isEqualTo(IdempotencyKey.of("abc"));
    }

    private boolean leaveTrace(String trace) {
        jdbc.sql("insert into work_schedule (kind, slot) values (:trace, 'none')")
                .param("trace", trace)
                .update();
        return true;
    }

    private int traces(String trace) {
        return jdbc.sql("select count(*) from work_schedule where kind = :trace")
                .param("trace", trace)
                .query(Integer.class)
                .single();
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
