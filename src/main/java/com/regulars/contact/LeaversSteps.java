package com.regulars.contact;

import com.regulars.access.ActedBy;
import com.regulars.access.Permission;
import com.regulars.staff.LeaverDuty;
import com.regulars.staff.StaffDirectory;
import com.regulars.staff.StaffDirectory.Colleague;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody who leaves promised guests to do: it goes to the successor where that one logs contacts, else it is free. */
@Component
@RequiredArgsConstructor
class LeaversSteps implements LeaverDuty {

    private final ContactEntryRepository entries;
    private final ContactHistory history;
    private final StaffDirectory staff;

    @Override
    public String kind() {
        return "steps";
    }

    @Override
    public long count(String employeeKey) {
        return history.countSteps(employeeKey);
    }

    @Override
    public void handOver(String employeeKey, @Nullable Colleague successor) {
        boolean takes = successor != null && staff.holds(successor.key(), Permission.CONTACT_LOG);
        ActedBy taker = takes && successor != null ? new ActedBy(successor.key(), successor.displayName()) : null;
        entries.openStepsOf(employeeKey).forEach(entry -> entry.passStepOn(taker));
    }
}
