package com.regulars.shell.errors;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * What the database refused or could not do at the moment. A named constraint speaks through the message
 * {@code constraint.<name>}; that also works for errors that surface only at commit.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class DatabaseFailures {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Wording wording;

    Optional<Failure> find(Throwable thrown) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(thrown);
        if (root instanceof PSQLException refused) {
            return Optional.ofNullable(refused(refused));
        }
        if (root instanceof SQLTransientConnectionException) {
            log.warn("No database connection came free in time: {}", root.getMessage());
            return Optional.of(unavailable());
        }
        return thrown instanceof ConcurrencyFailureException ? Optional.of(conflict()) : Optional.empty();
    }

    private @Nullable Failure refused(PSQLException refused) {
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        return switch (state) {
            case "23505", "23503", "23514", "23P01" -> constraint(refused);
            case "22001", "22003", "22021", "22P05", "22008", "22007" ->
                Failure.of(400, "VALIDATION_FAILED", wording.problem("VALIDATION_FAILED"));
            case "40001", "40P01" -> conflict().retryAfter(SOON);
            case "55P03", "57014", "57P01", "57P02", "57P03", "53300", "53200", "08001", "08006", "08003" -> {
                log.warn("The database is not available at the moment: {}", refused.getMessage());
                yield unavailable();
            }
            default -> null;
        };
    }

    private Failure constraint(PSQLException refused) {
        var details = refused.getServerErrorMessage();
        String name = details == null ? null : details.getConstraint();
        String text = name == null ? null : wording.find("constraint." + name);
        if (text == null) {
            log.warn("The database refused a change: {}", refused.getMessage());
        }
        return Failure.of(409, "CONFLICT", text == null ? wording.problem("CONFLICT") : text);
    }

    private Failure conflict() {
        return Failure.of(409, "CONFLICT", wording.problem("CONFLICT.stale"));
    }

    private Failure unavailable() {
        return Failure.of(503, "UNAVAILABLE", wording.problem("UNAVAILABLE")).retryAfter(SOON);
    }
}
