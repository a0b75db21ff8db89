package com.regulars.shared.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/**
 * The message of a log line. Line breaks count only where they stand in this application's own text, or in what Spring
 * Boot says about a start that failed; everything that was put in is spelled out.
 */
public class PlainMessage extends MessageConverter {

    private static final String OWN = "com.regulars.";
    private static final String START_REPORT = "org.springframework.boot.diagnostics.";

    @Override
    public String convert(ILoggingEvent event) {
        String logger = event.getLoggerName();
        if (logger.startsWith(START_REPORT)) {
            return event.getFormattedMessage();
        }
        return logger.startsWith(OWN) ? own(event) : PlainLine.of(String.valueOf(event.getFormattedMessage()));
    }

    private static String own(ILoggingEvent event) {
        Object @Nullable [] put = event.getArgumentArray();
        if (put == null) {
            return event.getMessage();
        }
        Object[] plain =
                Arrays.stream(put).map(one -> PlainLine.of(String.valueOf(one))).toArray();
        return MessageFormatter.arrayFormat(event.getMessage(), plain).getMessage();
    }
}
