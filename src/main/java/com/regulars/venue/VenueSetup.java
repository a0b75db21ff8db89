package com.regulars.venue;

import com.regulars.audit.AuditLog;
import java.time.LocalTime;
import java.time.ZoneId;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names the brand and opens venues: at first start, by the demo data, and on the administrator's page. */
@Service
@RequiredArgsConstructor
@Transactional
public class VenueSetup {

    private final JdbcClient jdbc;
    private final Venues venues;
    private final Brands brands;
    private final AuditLog audit;

    public void nameBrand(Brand brand) {
        jdbc.sql("""
                        update venue_brand set name = :name, currency = :currency, minor_digits = :digits,
                               zone = :zone, phone_region = :region, language = :language
                        """)
                .param("name", brand.name())
                .param("currency", brand.currency().getCurrencyCode())
                .param("digits", brand.minorDigits())
                .param("zone", brand.zone().getId())
                .param("region", brand.phoneRegion())
                .param("language", brand.language())
                .update();
        audit.record("brand.changed", "brand", "1", brand.name());
        brands.changed();
    }

    /** Opens a venue, or changes the one that has this code. */
    public Venue open(String code, String name, ZoneId zone, LocalTime dayEnd, String address, String phone) {
        boolean known = venues.findByCode(code).isPresent();
        jdbc.sql("""
                        insert into venue (id, code, name, zone, day_end, address, phone)
                        values (nextval('venue_seq'), :code, :name, :zone, :dayEnd, :address, :phone)
                        on conflict on constraint venue_code_unique do update
                           set name = excluded.name, zone = excluded.zone, day_end = excluded.day_end,
                               address = excluded.address, phone = excluded.phone
                        """)
                .param("code", code)
                .param("name", name)
                .param("zone", zone.getId())
                .param("dayEnd", dayEnd)
                .param("address", address)
                .param("phone", phone)
                .update();
        audit.record(known ? "venue.changed" : "venue.opened", "venue", code, name);
        venues.changed();
        return venues.getByCode(code);
    }
}
