package com.regulars.work;

import com.regulars.staff.StaffDeed;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who changed what somebody may do, in the same transaction. */
@Component
@RequiredArgsConstructor
class StaffDeeds {

    private final AuditLog audit;

    @EventListener
    void on(StaffDeed deed) {
        audit.record(deed.action(), deed.subjectType(), deed.subjectId(), deed.detail());
    }
}
