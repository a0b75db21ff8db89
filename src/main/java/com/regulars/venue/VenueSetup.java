package com.regulars.venue;

import com.regulars.audit.AuditChanges;
import com.regulars.audit.AuditLog;
import com.regulars.shared.InvalidFieldException;
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
    private final Places places;
    private final AuditLog audit;

    /** @throws InvalidFieldException {@code phoneRegion} when telephones know no such region */
    public void nameBrand(Brand brand) {
        places.region("phoneRegion", brand.phoneRegion());
        var before = brands.current();
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
        var changes = new AuditChanges()
                .field("venue.brand", before.name(), brand.name())
                .field("venue.currency", before.currency(), brand.currency())
                .field("venue.zone", before.zone(), brand.zone())
                .field("venue.phoneRegion", before.phoneRegion(), brand.phoneRegion())
                .field("venue.language", language(before), language(brand));
        audit.record("brand.changed", "brand", brand.name(), changes.toString());
        brands.changed();
    }

    /** Opens a venue, or changes the one that has this code. */
    public Venue open(String code, String name, ZoneId zone, LocalTime dayEnd, String address, String phone) {
        var before = venues.findByCode(code);
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
        venues.changed();
        var after = venues.getByCode(code);
        audit.record(
                before.isPresent() ? "venue.changed" : "venue.opened",
                "venue",
                code,
                before.map(was -> changes(was, after).under(name)).orElse(name));
        return after;
    }

    private static AuditChanges changes(Venue before, Venue after) {
        return new AuditChanges()
                .field("venue.name", before.name(), after.name())
                .field("venue.zone", before.zone(), after.zone())
                .field("venue.dayEnd", before.dayEnd(), after.dayEnd())
                .field("venue.address", before.address(), after.address())
                .field("venue.phone", before.phone(), after.phone());
    }

    private static String language(Brand brand) {
        return "venue.language." + brand.language();
    }
}
