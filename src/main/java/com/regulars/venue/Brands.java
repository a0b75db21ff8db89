package com.regulars.venue;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The one brand of this installation. */
@Service
@RequiredArgsConstructor
public class Brands {

    private static final long KEPT_MILLIS = 5_000;

    private final JdbcClient jdbc;

    private volatile Kept kept = new Kept(Optional.empty(), 0);

    private record Kept(Optional<Brand> brand, long until) {}

    /** The brand, or the placeholder the schema comes with until the owner names it; kept in memory for a while. */
    public Brand current() {
        Kept known = kept;
        if (known.brand.isPresent() && known.until > System.currentTimeMillis()) {
            return known.brand.get();
        }
        Brand brand = read();
        kept = new Kept(Optional.of(brand), System.currentTimeMillis() + KEPT_MILLIS);
        return brand;
    }

    void forget() {
        kept = new Kept(Optional.empty(), 0);
    }

    private Brand read() {
        return jdbc.sql("select name, currency, minor_digits, zone, phone_region, language from venue_brand")
                .query((row, number) -> new Brand(
                        row.getString("name"),
                        Currency.getInstance(row.getString("currency")),
                        row.getInt("minor_digits"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("phone_region"),
                        row.getString("language")))
                .single();
    }
}
