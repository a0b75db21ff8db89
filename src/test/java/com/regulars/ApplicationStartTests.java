package com.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegularsTest
class ApplicationStartTests {

    @Autowired
    Fixtures fixtures;

    @Test
    void startsOnARealDatabase() {
        assertThat(fixtures.freshVenue().code()).isNotBlank();
    }
}
