package com.regulars.shared.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.regulars.shared.SecretKeys;
import com.regulars.testing.RegularsTest;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@RegularsTest
@Transactional
class SecretCheckTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SecretKeys rightKeys;

    @Test
    void startsWithTheSecretTheDatabaseWasWrittenWith() {
        assertThatCode(() -> check(rightKeys, false)).doesNotThrowAnyException();
    }

    @Test
    void refusesToStartWithAnotherSecret() {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> check(SecretKeys.of("another secret"), false))
                .withMessageContaining("not the one this database was written with");
    }

    @Test
    void takesAnotherSecretForGoodWhenAskedTo() {
        check(SecretKeys.of("another secret"), true);
        assertThatCode(() -> check(SecretKeys.of("another secret"), false)).doesNotThrowAnyException();
    }

    private void check(SecretKeys keys, boolean replaced) {
        new SecretCheck(jdbc, keys, Clock.systemUTC(), replaced).afterSingletonsInstantiated();
    }
}
