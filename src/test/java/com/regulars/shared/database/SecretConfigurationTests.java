package com.regulars.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SecretConfigurationTests {

    private final SecretConfiguration configuration = new SecretConfiguration();

    @TempDir
    Path data;

    @Test
    void refusesToStartWithASecretThatCouldBeGuessed() {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> configuration.secretKeys("  regulars-2026   ", data, new MockEnvironment()))
                .withMessageContaining("has 13 characters and needs at least 16")
                .satisfies(refused -> assertThat(refused.remedy()).contains("openssl rand -hex 32"));
    }

    @Test
    void takesALongOneAndMakesOneWhereNoneIsGiven() {
        assertThatCode(() -> configuration.secretKeys("0123456789abcdef", data, new MockEnvironment()))
                .doesNotThrowAnyException();
        assertThatCode(() -> configuration.secretKeys(null, data, new MockEnvironment()))
                .doesNotThrowAnyException();
    }
}
