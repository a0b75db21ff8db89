package com.regulars.card;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.audit.AuditLog;
import com.regulars.shared.RefusedException;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What one may not do alone, done with a second person who may; both are in the audit log. */
@Component
@RequiredArgsConstructor
public class FourEyes {

    private final CurrentActor currentActor;
    private final AuditLog auditLog;

    /**
     * Lets the approver's word count, and writes down that it was given.
     *
     * @param action what was approved, as the audit log calls it
     * @throws RefusedException {@code APPROVER_MAY_NOT} when the approver may not either or is nobody else
     */
    public void require(Actor approver, Permission permission, String action, long cardId) {
        Actor actor = currentActor.get();
        if (!approver.may(permission) || approver.key().equals(actor.key())) {
            throw new RefusedException("APPROVER_MAY_NOT", approver.name());
        }
        CurrentActor.as(approver, () -> {
            auditLog.record(action, "card", cardId, actor.name());
            return null;
        });
    }
}
