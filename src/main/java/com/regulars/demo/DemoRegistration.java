package com.regulars.demo;

import com.regulars.customer.CustomerRegistration;
import com.regulars.shared.time.ScopedClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registers the sample guests, each on the day of the first visit. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoRegistration {

    private final CustomerRegistration registration;
    private final JdbcClient jdbc;

    void register(List<DemoGuest> guests) {
        for (DemoGuest guest : guests) {
            ScopedClock.runAt(guest.registeredAt(), () -> registration.register(guest.card()));
        }
    }

    /** Ids of the sample guests by their reference. */
    Map<String, Long> ids() {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("select external_ref, id from customer_v_guest where external_ref like 'demo-%'")
                .query(row -> {
                    ids.put(row.getString("external_ref"), row.getLong("id"));
                });
        return ids;
    }
}
