package com.regulars.shell.errors;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words for the caller.
 *
 * @param status HTTP status
 * @param code stable word of the wire contract
 * @param detail one sentence in the caller's language
 * @param errors the fields that could not be read
 * @param more further members of the problem answer
 * @param retryAfter when trying again makes sense
 * @param replayed whether this is the stored answer of an earlier request
 * @param storedProblem the problem document as it was sent the first time; empty when there is none
 */
record Failure(
        int status,
        String code,
        String detail,
        List<FieldFailure> errors,
        Map<String, Object> more,
        @Nullable Duration retryAfter,
        boolean replayed,
        String storedProblem) {

    /** One field and what is wrong with it. */
    record FieldFailure(String field, String code, String message) {}

    static Failure of(int status, String code, String detail) {
        return new Failure(status, code, detail, List.of(), Map.of(), null, false, "");
    }

    static Failure ofFields(int status, String code, String detail, List<FieldFailure> errors) {
        return new Failure(status, code, detail, errors, Map.of(), null, false, "");
    }

    Failure retryAfter(Duration wait) {
        return new Failure(status, code, detail, errors, more, wait, replayed, storedProblem);
    }

    /** The members of the RFC 9457 problem. */
    Map<String, Object> problem(String path, String traceId) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "about:blank");
        members.put("title", code);
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", path);
        members.put("code", code);
        members.put("errors", errors);
        members.put("traceId", traceId);
        more.forEach(members::putIfAbsent);
        return members;
    }
}
