package com.regulars.contact;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Logs one contact with a guest (R2.1).
 *
 * @param occurredAt when it happened, now for a one-line entry
 * @param said what was said or written, at most 4,000 characters
 * @param outcome what came of it, may be empty, at most 500 characters
 * @param nextStep what is to be done next, may be empty, at most 500 characters
 * @param nextOn the day the next step falls due; only together with a next step
 */
public record LogContact(
        long customerId,
        Channel channel,
        Direction direction,
        Instant occurredAt,
        String said,
        String outcome,
        String nextStep,
        @Nullable LocalDate nextOn) {

    /** An entry of one line, without outcome and next step. */
    public static LogContact line(long customerId, Channel channel, Direction direction, Instant at, String said) {
        return new LogContact(customerId, channel, direction, at, said, "", "", null);
    }
}
