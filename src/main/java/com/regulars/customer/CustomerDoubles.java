package com.regulars.customer;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether somebody else has a telephone number or external reference already. */
@Component
@RequiredArgsConstructor
class CustomerDoubles {

    private final JdbcClient jdbc;

    /** @throws CustomerExistsException when another customer than {@code self} has what names this one */
    void refuse(@Nullable Long self, CustomerProfile profile) {
        find(self, profile).ifPresent(exists -> {
            throw exists;
        });
    }

    Optional<CustomerExistsException> find(@Nullable Long self, CustomerProfile profile) {
        if (profile.phone() == null && profile.externalRef() == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select id, number from customer
                         where (external_ref = :ref or phone = :phone) and id is distinct from cast(:self as bigint)
                         order by (external_ref = :ref) desc nulls last limit 1
                        """)
                .param("ref", profile.externalRef())
                .param("phone", profile.phone())
                .param("self", self)
                .query((row, number) -> new CustomerExistsException(row.getLong("id"), row.getString("number")))
                .optional();
    }
}
