package com.regulars.shared.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PlainMessageTests {

    private static final String FORGED = "Anna\r\n2026-11-24T00:00:00Z  INFO 1 --- signed in \u001b[31m\u202E";

    private final PlainMessage message = new PlainMessage();

    @Test
    void spellsOutWhatWasPutIntoALine() {
        assertThat(message.convert(event("com.regulars.staff", "Refused {}", FORGED, null)))
                .isEqualTo("Refused Anna\\u000d\\u000a2026-11-24T00:00:00Z  INFO 1 --- signed in \\u001b[31m\\u202e");
    }

    @Test
    void spellsOutWhatOthersPutTogetherThemselves() {
        assertThat(message.convert(event("org.apache.coyote.Http11Processor", "Bad header " + FORGED, null, null)))
                .doesNotContain("\n", "\r", "\u001b");
    }

    @Test
    void keepsTheLineBreaksOfOwnTexts() {
        assertThat(message.convert(event("com.regulars.staff.setup", "Nobody works here yet.\n    {}", "x\ny", null)))
                .isEqualTo("Nobody works here yet.\n    x\\u000ay");
    }

    @Test
    void spellsOutTheMessagesOfExceptionsAndTheirCauses() {
        var trace = new PlainTrace();
        trace.start();
        String written = trace.convert(event(
                "com.regulars.staff",
                "Unexpected",
                null,
                new IllegalStateException("no " + FORGED, new IllegalArgumentException("cause " + FORGED))));
        assertThat(written)
                .contains("no Anna\\u000d", "cause Anna\\u000d", "\tat com.regulars")
                .doesNotContain("\n2026");
    }

    private static LoggingEvent event(
            String logger, String text, @Nullable String argument, @Nullable Throwable thrown) {
        Logger named = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(logger);
        Object[] arguments = argument == null ? null : new Object[] {argument};
        return new LoggingEvent("test", named, Level.WARN, text, thrown, arguments);
    }
}
