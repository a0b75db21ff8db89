package com.regulars.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.Golden;
import org.junit.jupiter.api.Test;

class StoredRefusalTests {

    @Test
    void refusalsOfEarlierReleasesAreReplayed() {
        var refused = Golden.readable(StoredRefusal.class).replayed("{}");
        assertThat(refused.isReplayed()).isTrue();
        assertThat(refused.getCode()).isEqualTo("QUOTE_CHANGED");
        assertThat(refused.getArgs()).containsExactly("400.00");
        assertThat(refused.properties()).containsEntry("payableMinor", 40_000);
    }
}
