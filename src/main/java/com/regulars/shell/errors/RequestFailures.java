package com.regulars.shell.errors;

import com.regulars.shell.errors.Failure.FieldFailure;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Requests that cannot be understood: broken JSON, wrong types, missing fields, unknown addresses, bodies that stop. */
@Component
@RequiredArgsConstructor
class RequestFailures {

    private static final String INVALID = "VALIDATION_FAILED";
    private static final String MALFORMED = "MALFORMED_REQUEST";

    private final Wording wording;

    Optional<Failure> find(Throwable thrown) {
        return Optional.ofNullable(
                switch (thrown) {
                    case BindException invalid ->
                        fields(invalid.getAllErrors().stream().map(this::field).toList());
                    case HandlerMethodValidationException invalid -> parameters(invalid);
                    case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
                    case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
                    case MissingServletRequestParameterException missing ->
                        oneField(missing.getParameterName(), "NotNull");
                    case MissingServletRequestPartException missing ->
                        oneField(missing.getRequestPartName(), "NotNull");
                    case MissingRequestHeaderException missing -> oneField(missing.getHeaderName(), "NotNull");
                    case MaxUploadSizeExceededException tooLarge ->
                        Failure.of(413, MALFORMED, wording.problem("TOO_LARGE"));
                    case InvalidParameterException undecodable ->
                        Failure.of(400, MALFORMED, wording.problem(MALFORMED));
                    case InvalidPropertyException strange -> oneField(strange.getPropertyName(), "unknown");
                    case RequestRejectedException odd -> Failure.of(400, MALFORMED, wording.problem(MALFORMED));
                    case MultipartException broken -> Failure.of(400, MALFORMED, wording.problem(MALFORMED));
                    case SocketTimeoutException stopped -> Failure.of(408, MALFORMED, wording.problem(MALFORMED));
                    case EOFException gone -> Failure.of(400, MALFORMED, wording.problem(MALFORMED));
                    case ClientAbortException gone -> Failure.of(400, MALFORMED, wording.problem(MALFORMED));
                    case ErrorResponse answer -> known(answer);
                    default -> null;
                });
    }

    private @Nullable Failure known(ErrorResponse answer) {
        int status = answer.getStatusCode().value();
        if (!answer.getStatusCode().is4xxClientError()) {
            return null;
        }
        return switch (status) {
            case 404 -> Failure.of(status, "NOT_FOUND", wording.problem("NOT_FOUND"));
            case 409 -> Failure.of(status, "CONFLICT", wording.problem("CONFLICT"));
            case 405, 406, 415 -> Failure.of(status, MALFORMED, wording.problem(MALFORMED + "." + status));
            default -> Failure.of(status, MALFORMED, wording.problem(MALFORMED));
        };
    }

    private Failure parameters(HandlerMethodValidationException invalid) {
        return fields(invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error instanceof FieldError field
                                ? field(field)
                                : failure(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        (DefaultMessageSourceResolvable) error)))
                .toList());
    }

    /** An id in the path that is no number is simply not there. */
    private Failure mismatch(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Failure.of(404, "NOT_FOUND", wording.problem("NOT_FOUND"))
                : oneField(mismatch.getName(), "type");
    }

    private Failure unreadable(HttpMessageNotReadableException unreadable) {
        var cause = unreadable.getCause();
        if (unreadable.contains(MaxUploadSizeExceededException.class)) {
            return Failure.of(413, MALFORMED, wording.problem("TOO_LARGE"));
        }
        if (cause instanceof InputCoercionException tooLarge) {
            return oneField(path(tooLarge), "type");
        }
        return cause instanceof DatabindException wrong && !wrong.getPath().isEmpty()
                ? oneField(path(wrong), code(wrong))
                : Failure.of(400, MALFORMED, wording.problem(MALFORMED));
    }

    private static String code(DatabindException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown -> "unknown";
            case PlainText.UnreadableTextException unreadable -> "characters";
            default -> "type";
        };
    }

    /** The place in the JSON body, for example {@code lines[0].quantity}. */
    private static String path(DatabindException databind) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : databind.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String path(InputCoercionException tooLarge) {
        String pointer =
                tooLarge.processor().streamReadContext().pathAsPointer().toString();
        return pointer.substring(1).replaceAll("/([0-9]+)", "[$1]").replace('/', '.');
    }

    private FieldFailure field(ObjectError error) {
        return failure(error instanceof FieldError field ? field.getField() : error.getObjectName(), error);
    }

    private FieldFailure failure(String field, DefaultMessageSourceResolvable error) {
        String code = error.getCode() == null ? "invalid" : error.getCode().replaceFirst("^invalid\\.", "");
        if ("typeMismatch".equals(code)) {
            return new FieldFailure(field, "type", wording.say("invalid.type", code));
        }
        String fallback = error.getDefaultMessage() == null ? code : error.getDefaultMessage();
        Object[] args = error.getArguments() == null ? new Object[0] : error.getArguments();
        return new FieldFailure(field, code, wording.say("invalid." + code, fallback, args));
    }

    private Failure oneField(String field, String code) {
        return fields(List.of(new FieldFailure(field, code, wording.say("invalid." + code, code))));
    }

    private Failure fields(List<FieldFailure> errors) {
        return Failure.ofFields(400, INVALID, wording.problem(INVALID), errors);
    }
}
