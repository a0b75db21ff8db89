package com.regulars.staff.administration;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditChanges;
import com.regulars.audit.AuditLog;
import com.regulars.shared.InvalidFieldException;
import com.regulars.staff.LeaverDuty;
import com.regulars.staff.StaffDirectory.Colleague;
import com.regulars.staff.employee.EmployeeRepository;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody leaves: the account is locked and what they had to do goes into other hands, both or neither. */
@Service
@RequiredArgsConstructor
@Transactional
@Requires(Permission.STAFF_EDIT)
class Leaving {

    private final StaffAdministration staff;
    private final EmployeeRepository employees;
    private final List<LeaverDuty> duties;
    private final AuditLog audit;

    /** How much of one kind of work somebody has. */
    record Left(String kind, long count) {}

    /** What the employee would leave behind; kinds of which there is nothing are left out. */
    @Transactional(readOnly = true)
    public List<Left> left(long id) {
        return duties.stream()
                .map(duty -> new Left(duty.kind(), duty.count(key(id))))
                .filter(left -> left.count() > 0)
                .toList();
    }

    /** Who could take it, by name. */
    @Transactional(readOnly = true)
    public List<Colleague> successors(long id) {
        return employees.inOrder().stream()
                .filter(one -> one.isActive() && one.getId() != id)
                .map(one -> new Colleague(key(one.getId()), one.getLoginName(), one.getDisplayName()))
                .toList();
    }

    /**
     * @param successorKey who takes the work; empty for nobody, so that it waits for whoever may take it
     * @throws InvalidFieldException {@code successor} when nobody who works here has the key
     */
    public void leave(long id, String successorKey) {
        Colleague successor = successorKey.isEmpty() ? null : successor(id, successorKey);
        var changes = new AuditChanges();
        left(id).forEach(left -> changes.field("staff.duty." + left.kind(), left.count(), name(successor)));
        staff.lock(id);
        duties.forEach(duty -> duty.handOver(key(id), successor));
        if (!changes.isEmpty()) {
            audit.record(
                    "employee.handedOver",
                    "employee",
                    id,
                    changes.under(staff.get(id).loginName()));
        }
    }

    private Colleague successor(long id, String successorKey) {
        return successors(id).stream()
                .filter(one -> one.key().equals(successorKey))
                .findFirst()
                .orElseThrow(() -> new InvalidFieldException("successor", "successor"));
    }

    private static String name(@Nullable Colleague successor) {
        return successor == null ? "staff.lock.nobody" : successor.displayName();
    }

    private static String key(long id) {
        return Actor.Kind.EMPLOYEE + ":" + id;
    }
}
