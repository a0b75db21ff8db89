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

    private final JdbcClient jdbc;

    private volatile Optional<Brand> current = Optional.empty();

    /** The brand, or the placeholder the schema comes with until the owner names it. */
    public Brand current() {
        return current.orElseGet(() -> {
            current = Optional.of(read());
            return current.get();
        });
    }

    void forget() {
        current = Optional.empty();
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
