package com.regulars.demo;

import com.regulars.customer.CustomerRegistration;
import com.regulars.shared.time.ScopedClock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Registers the sample guests, each on the day of the first visit. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoRegistration {

    private final CustomerRegistration registration;

    void register(List<DemoGuest> guests) {
        for (DemoGuest guest : guests) {
            ScopedClock.runAt(guest.registeredAt(), () -> registration.register(guest.card()));
        }
    }
}
