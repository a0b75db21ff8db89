package com.regulars.demo;

import com.regulars.venue.Brand;
import com.regulars.venue.VenueSetup;
import java.time.LocalTime;
import java.util.Currency;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sample brand: a Sichuan kitchen with two venues. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoBrand {

    private static final LocalTime DAY_END = LocalTime.of(4, 0);

    private final VenueSetup setup;

    void set() {
        setup.nameBrand(new Brand("蜀园", Currency.getInstance("CNY"), 2, VisitCalendar.ZONE, "CN", "zh"));
        setup.open("main", "人民路店", VisitCalendar.ZONE, DAY_END, "成都市青羊区人民中路二段 18 号", "028-8000 0001");
        setup.open("garden", "花园店", VisitCalendar.ZONE, DAY_END, "成都市锦江区花园街 66 号", "028-8000 0002");
    }
}
