package com.regulars.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SecretKeysTests {

    private final SecretKeys keys = SecretKeys.of("a secret for tests");

    @Test
    void givesTheSameKeyForTheSamePurposeWheneverItIsAsked() {
        assertThat(keys.derive("card.pin"))
                .hasSize(32)
                .isEqualTo(SecretKeys.of("a secret for tests\n").derive("card.pin"));
    }

    /** Fixed for good: another value would make every PIN written so far wrong. */
    @Test
    void keepsTheKeyOfEarlierReleases() {
        assertThat(HexFormat.of().formatHex(keys.derive("card.pin")))
                .isEqualTo("57d0c242a9d3ba1a0f6b40db31688fd6683547d26cb516f6ab80793647774a2b");
    }

    @Test
    void givesOtherKeysForOtherPurposesAndOtherSecrets() {
        assertThat(keys.derive("card.pin"))
                .isNotEqualTo(keys.derive("staff.reset"))
                .isNotEqualTo(SecretKeys.of("another secret").derive("card.pin"));
    }

    @Test
    void refusesAnEmptySecretAndNeverShowsOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> SecretKeys.of("  "));
        assertThat(keys).hasToString("SecretKeys[…]");
    }
}
