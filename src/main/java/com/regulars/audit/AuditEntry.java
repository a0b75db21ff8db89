package com.regulars.audit;

import java.time.Instant;

/** One line of the audit log. */
public record AuditEntry(
        Instant at,
        String actorKind,
        String actorName,
        String action,
        String subjectType,
        String subjectId,
        String detail) {}
