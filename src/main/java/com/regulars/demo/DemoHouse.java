package com.regulars.demo;

import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What a house has before the first guest comes: name, venues, people, menu and card programmes. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoHouse {

    private final DemoBrand brand;
    private final DemoStaff staff;
    private final DemoMenu menu;
    private final DemoProgrammes programmes;

    void open() {
        brand.set();
        staff.hire();
        menu.write();
        programmes.write();
    }

    void registerApiClient() {
        staff.registerApiClient();
    }
}
