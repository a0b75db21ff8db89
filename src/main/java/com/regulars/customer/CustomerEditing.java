package com.regulars.customer;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.customer.profile.HistoryQueries;
import com.regulars.customer.profile.ProfileReader;
import com.regulars.customer.tag.TagNames;
import com.regulars.shared.RefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a card alive: edits with their history, confirmation after a look, revealing what is masked (R1.8, R1.9). */
@Service
@RequiredArgsConstructor
@Transactional
public class CustomerEditing {

    private final CustomerRepository cards;
    private final ProfileReader fields;
    private final CustomerDoubles doubles;
    private final CustomerStages stages;
    private final HistoryQueries history;
    private final TagNames tagNames;
    private final GuestQueries guests;
    private final PhoneNumbers phones;
    private final AuditLog audit;
    private final Clock clock;

    /**
     * Changes a card.
     *
     * @throws RefusedException {@code CUSTOMER_CHANGED} (conflict) when somebody else changed it since {@code version}
     * @throws CustomerExistsException when another customer has the telephone number or reference
     */
    @Requires(Permission.CUSTOMER_EDIT)
    public void edit(EditCustomer command) {
        Customer card = cards.getToChange(command.id());
        if (card.getVersion() != command.version()) {
            throw conflict("CUSTOMER_CHANGED", history.lastEditor(command.id()));
        }
        CustomerProfile after = fields.read(command.profile());
        doubles.refuse(command.id(), after);
        card.changeProfile(after, LocalDate.now(clock));
        card.wear(tagNames.keysOf(command.tags()));
        card.confirm(clock.instant());
        try {
            cards.flush();
        } catch (DataIntegrityViolationException registeredMeanwhile) {
            throw conflict("CUSTOMER_EXISTS", after.name());
        }
        if (command.stage() != null) {
            stages.move(command.id(), command.stage());
        }
    }

    private static RefusedException conflict(String code, String argument) {
        return new RefusedException(RefusedException.Reason.CONFLICT, code, argument);
    }

    /** Somebody looked the whole card over and found it right. */
    @Requires(Permission.CUSTOMER_EDIT)
    public void confirm(long id) {
        cards.getToChange(id).confirm(clock.instant());
        audit.record("customer.confirmed", "customer", id, "");
    }

    /** Puts a tag on the card; a name that is new joins the list. */
    @Requires(Permission.CUSTOMER_EDIT)
    public void putOn(long id, String tag) {
        tagNames.keysOf(List.of(tag)).forEach(cards.getToChange(id)::putOn);
    }

    @Requires(Permission.CUSTOMER_EDIT)
    public void takeOff(long id, String tag) {
        tagNames.keysOf(List.of(tag)).forEach(cards.getToChange(id)::takeOff);
    }

    /** Telephone number and e-mail address in full; each look is logged (R1.9). */
    @Requires(Permission.CUSTOMER_REVEAL)
    public Revealed reveal(long id) {
        CustomerProfile profile = guests.get(id).profile();
        audit.record("customer.revealed", "customer", id, String.valueOf(phones.mask(profile.phone())));
        return new Revealed(
                profile.phone() == null ? "" : phones.readable(profile.phone()),
                profile.email() == null ? "" : profile.email());
    }

    /** What is masked elsewhere; empty when it is not known. */
    public record Revealed(String phone, String email) {}
}
