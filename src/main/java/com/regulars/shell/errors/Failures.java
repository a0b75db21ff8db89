package com.regulars.shell.errors;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Turns whatever was thrown into a failure the caller can read. Only what nobody foresaw is a 500, and only that is logged as an error. */
@Slf4j
@Component
@RequiredArgsConstructor
class Failures {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Wording wording;
    private final RequestFailures requests;
    private final DatabaseFailures database;

    Failure of(Throwable thrown) {
        return switch (thrown) {
            case RefusedException refused -> refused(refused);
            case NotFoundException missing -> missing(missing);
            case InvalidFieldException invalid -> invalid(invalid);
            case AccessDeniedException denied -> Failure.of(403, "FORBIDDEN", forbidden(denied));
            case AuthenticationException unknown ->
                Failure.of(401, "UNAUTHENTICATED", wording.problem("UNAUTHENTICATED"));
            default -> requests.find(thrown).or(() -> database.find(thrown)).orElseGet(() -> unexpected(thrown));
        };
    }

    /** The failure behind a status that was set without an exception. */
    Failure of(int status) {
        String code = switch (status) {
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 409 -> "CONFLICT";
            case 429 -> "TOO_MANY_REQUESTS";
            case 503 -> "UNAVAILABLE";
            default -> status >= 500 ? "INTERNAL_ERROR" : "MALFORMED_REQUEST";
        };
        var failure = Failure.of(status, code, wording.problem(words(status, code)));
        return status == 503 || status == 429 ? failure.retryAfter(SOON) : failure;
    }

    private static String words(int status, String code) {
        return switch (status) {
            case 413 -> "TOO_LARGE";
            case 405, 406, 415 -> code + "." + status;
            default -> code;
        };
    }

    private Failure refused(RefusedException refused) {
        String detail = wording.say(
                "refused." + refused.getCode(),
                refused.getCode(),
                refused.getArgs().toArray());
        int status = switch (refused.getReason()) {
            case RULE -> 422;
            case CONFLICT -> 409;
            case TOO_MANY -> 429;
            case BUSY -> 503;
            case MALFORMED -> 400;
        };
        return new Failure(
                status,
                refused.getCode(),
                detail,
                List.of(),
                refused.properties(),
                switch (refused.getReason()) {
                    case TOO_MANY -> MINUTE;
                    case BUSY -> SOON;
                    case CONFLICT -> "REQUEST_IN_PROGRESS".equals(refused.getCode()) ? SOON : null;
                    case RULE, MALFORMED -> null;
                },
                refused.isReplayed(),
                refused.storedProblem());
    }

    private Failure missing(NotFoundException missing) {
        String fallback = wording.problem("NOT_FOUND");
        return Failure.of(404, "NOT_FOUND", wording.say("notFound." + missing.getKind(), fallback, missing.getKey()));
    }

    private Failure invalid(InvalidFieldException invalid) {
        String message =
                wording.say("invalid." + invalid.getCode(), wording.problem("VALIDATION_FAILED"), invalid.getArgs());
        var field = new Failure.FieldFailure(invalid.getField(), invalid.getCode(), message);
        return Failure.ofFields(400, "VALIDATION_FAILED", message, List.of(field));
    }

    private String forbidden(AccessDeniedException denied) {
        return MissingPermission.find(denied)
                .map(permission ->
                        wording.problem("FORBIDDEN.permission", wording.say("permission." + permission, permission)))
                .orElseGet(() -> wording.problem("FORBIDDEN"));
    }

    private Failure unexpected(Throwable thrown) {
        log.error("Unexpected failure", thrown);
        return Failure.of(500, "INTERNAL_ERROR", wording.problem("INTERNAL_ERROR"));
    }
}
