package com.regulars.audit;

import com.regulars.access.ActedBy;
import java.time.Instant;

/** One line of the audit log. */
public record AuditEntry(
        Instant at, ActedBy actor, String action, String subjectType, String subjectId, String detail) {}
