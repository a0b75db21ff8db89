package com.regulars.customer;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.find.TermWriter;
import com.regulars.customer.profile.ProfileReader;
import com.regulars.customer.tag.TagNames;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Opens customer cards (R1.1). */
@Service
@RequiredArgsConstructor
public class CustomerRegistration {

    private final CustomerRepository cards;
    private final Customers customers;
    private final ProfileReader fields;
    private final CustomerDoubles doubles;
    private final TagNames tagNames;
    private final TermWriter terms;
    private final List<RegistrationParticipant> participants;
    private final TransactionOperations transaction;
    private final CurrentActor currentActor;
    private final Clock clock;

    /**
     * @throws CustomerExistsException when another customer has the telephone number or external reference
     * @throws com.regulars.shared.InvalidFieldException when a value cannot be read
     */
    @Requires(Permission.CUSTOMER_EDIT)
    public CustomerSummary register(RegisterCustomer asked) {
        CustomerProfile profile = fields.read(asked.profile());
        List<String> tags = fields.tags(asked.tags());
        doubles.refuse(null, profile);
        try {
            return Objects.requireNonNull(transaction.execute(status -> open(profile, tags)));
        } catch (DataIntegrityViolationException registeredMeanwhile) {
            throw doubles.find(null, profile)
                    .<RuntimeException>map(exists -> exists)
                    .orElse(registeredMeanwhile);
        }
    }

    private CustomerSummary open(CustomerProfile profile, List<String> tags) {
        var card = new Customer(profile, tagNames.keysOf(tags), currentActor.get(), clock.instant());
        long id = Objects.requireNonNull(cards.saveAndFlush(card).getId());
        terms.addFirst(List.of(new TermWriter.Named(id, profile.name(), profile.phone())));
        participants.forEach(participant -> participant.registered(List.of(id)));
        return customers.get(id);
    }
}
