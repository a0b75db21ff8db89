package com.regulars.customer;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a card alive: edits with their history, confirmation after a look, revealing what is masked (R1.8, R1.9). */
@Service
@RequiredArgsConstructor
@Transactional
public class CustomerEditing {

    private final JdbcClient jdbc;
    private final Profiles profiles;
    private final CustomerCards cards;
    private final CustomerFields fields;
    private final TagAssignments tags;
    private final PhoneNumbers phones;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;

    /**
     * Changes a card.
     *
     * @throws RefusedException {@code CUSTOMER_CHANGED} (conflict) when somebody else changed it since {@code version}
     * @throws CustomerExistsException when another customer has the telephone number or reference
     */
    @Requires(Permission.CUSTOMER_EDIT)
    public void edit(EditCustomer command) {
        var stored = profiles.of(List.of(command.id()), true).get(command.id());
        if (stored == null) {
            throw new NotFoundException("customer", command.id());
        }
        if (stored.version() != command.version()) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "CUSTOMER_CHANGED", lastEditor(command.id()));
        }
        CustomerProfile after = fields.read(command.profile());
        refuseDouble(command.id(), after);
        String by = currentActor.get().name();
        try {
            profiles.write(List.of(new Revision(command.id(), stored.profile(), after)), by);
        } catch (DuplicateKeyException registeredMeanwhile) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "CUSTOMER_EXISTS", after.name());
        }
        wear(command, by);
        touch(command.id());
    }

    private void wear(EditCustomer command, String by) {
        List<String> worn = cards.get(command.id()).tags();
        tags.takeOff(
                command.id(),
                worn.stream().filter(name -> !command.tags().contains(name)).toList(),
                by);
        tags.putOn(
                command.id(),
                command.tags().stream().filter(name -> !worn.contains(name)).toList(),
                by);
    }

    private void refuseDouble(long id, CustomerProfile after) {
        jdbc.sql("select id, number from customer where id <> :id and (phone = :phone or external_ref = :ref) limit 1")
                .param("id", id)
                .param("phone", after.phone())
                .param("ref", after.externalRef())
                .query((row, number) -> new CustomerExistsException(row.getLong("id"), row.getString("number")))
                .optional()
                .ifPresent(exists -> {
                    throw exists;
                });
    }

    private String lastEditor(long id) {
        return jdbc.sql("select changed_by from customer_change where customer_id = :id order by id desc limit 1")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("?");
    }

    /** Somebody looked the whole card over and found it right. */
    @Requires(Permission.CUSTOMER_EDIT)
    public void confirm(long id) {
        if (touch(id) == 0) {
            throw new NotFoundException("customer", id);
        }
        audit.record("customer.confirmed", "customer", id, "");
    }

    private int touch(long id) {
        return jdbc.sql("update customer set confirmed_at = :now where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Telephone number and e-mail address in full; each look is logged (R1.9). */
    @Requires(Permission.CUSTOMER_REVEAL)
    public Revealed reveal(long id) {
        var stored = profiles.of(List.of(id), false).get(id);
        if (stored == null) {
            throw new NotFoundException("customer", id);
        }
        CustomerProfile profile = stored.profile();
        audit.record("customer.revealed", "customer", id, String.valueOf(phones.mask(profile.phone())));
        return new Revealed(
                profile.phone() == null ? "" : phones.readable(profile.phone()),
                profile.email() == null ? "" : profile.email());
    }

    /** What is masked elsewhere; empty when it is not known. */
    public record Revealed(String phone, String email) {}
}
