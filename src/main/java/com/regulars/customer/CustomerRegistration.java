package com.regulars.customer;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens customer cards (R1.1). */
@Service
@RequiredArgsConstructor
@Transactional
public class CustomerRegistration {

    private final JdbcClient jdbc;
    private final Customers customers;
    private final CustomerFields fields;
    private final CustomerSearchTerms terms;
    private final TagAssignments tags;
    private final List<RegistrationParticipant> participants;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Clock clock;

    /**
     * @throws CustomerExistsException when another customer has the telephone number or external reference
     * @throws com.regulars.shared.InvalidFieldException when a value cannot be read
     */
    @Requires(Permission.CUSTOMER_EDIT)
    public CustomerSummary register(RegisterCustomer asked) {
        RegisterCustomer command = fields.read(asked);
        long id = insert(command).orElseThrow(() -> existing(command.phone(), command.externalRef()));
        terms.replace(id, CustomerTerms.NAME, CustomerTerms.ofName(command.name()));
        terms.replace(id, CustomerTerms.PHONE, CustomerTerms.ofPhone(command.phone()));
        tags.putOn(id, command.tags(), null);
        participants.forEach(participant -> participant.registered(List.of(id)));
        events.publishEvent(new CustomerRegistered(id));
        return customers.get(id);
    }

    private Optional<Long> insert(RegisterCustomer command) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        insert into customer (id, kind, name, pinyin, gender, birthday, phone, email, stage, external_ref,
                                              confirmed_at, created_at, created_by)
                        values (nextval('customer_seq'), :kind, :name, :pinyin, :gender, :birthday, :phone, :email, 'POTENTIAL', :ref,
                                :now, :now, :by)
                        on conflict do nothing returning id
                        """)
                .param("kind", command.kind().name())
                .param("name", command.name())
                .param("pinyin", Pinyin.spokenName(command.name()))
                .param(
                        "gender",
                        command.gender() == null ? null : command.gender().name())
                .param("birthday", command.birthday())
                .param("phone", command.phone())
                .param("email", command.email())
                .param("ref", command.externalRef())
                .param("now", now)
                .param("by", currentActor.get().name())
                .query(Long.class)
                .optional();
    }

    private CustomerExistsException existing(@Nullable String phone, @Nullable String externalRef) {
        return jdbc.sql("""
                        select id, number from customer where external_ref = :ref or phone = :phone
                         order by (external_ref = :ref) desc nulls last limit 1
                        """)
                .param("ref", externalRef)
                .param("phone", phone)
                .query((row, number) -> new CustomerExistsException(row.getLong("id"), row.getString("number")))
                .single();
    }
}
