package com.regulars.venue;

import com.regulars.shared.cache.SharedCache;
import com.regulars.shared.cache.SharedCaches;
import java.time.ZoneId;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The one brand of this installation. */
@Service
public class Brands {

    private static final String ONLY = "only";

    private final JdbcClient jdbc;
    private final SharedCache<String, Brand> kept;

    Brands(JdbcClient jdbc, SharedCaches caches) {
        this.jdbc = jdbc;
        this.kept = caches.make("brand", 1, only -> read());
    }

    /** The brand, or the placeholder the schema comes with until the owner names it; kept in memory. */
    public Brand current() {
        return kept.get(ONLY);
    }

    /** Says that the brand was changed. */
    void changed() {
        kept.changed();
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
