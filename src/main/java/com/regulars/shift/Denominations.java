package com.regulars.shift;

import com.regulars.venue.Brands;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The notes and coins a drawer holds, the largest first, in minor units of the brand's currency. */
@Component
@RequiredArgsConstructor
public class Denominations {

    private static final Map<String, String> KNOWN = Map.of(
            "CNY", "100 50 20 10 5 1 0.5 0.1",
            "EUR", "200 100 50 20 10 5 2 1 0.5 0.2 0.1 0.05 0.02 0.01",
            "USD", "100 50 20 10 5 1 0.25 0.1 0.05 0.01",
            "GBP", "50 20 10 5 2 1 0.5 0.2 0.1 0.05 0.02 0.01",
            "HKD", "1000 500 100 50 20 10 5 2 1 0.5 0.2 0.1",
            "TWD", "1000 500 100 50 10 5 1",
            "JPY", "10000 5000 1000 500 100 50 10 5 1",
            "SGD", "100 50 10 5 2 1 0.5 0.2 0.1 0.05");

    /** Where nobody has told us: every currency has something of the kind. */
    private static final String OTHERS = "1000 500 200 100 50 20 10 5 2 1 0.5 0.2 0.1 0.05 0.01";

    private final Brands brands;

    public List<Long> all() {
        var brand = brands.current();
        return of(brand.currency().getCurrencyCode(), brand.minorDigits());
    }

    static List<Long> of(String currency, int minorDigits) {
        return Stream.of(KNOWN.getOrDefault(currency, OTHERS).split(" "))
                .map(major -> new BigDecimal(major).movePointRight(minorDigits))
                .filter(minor -> minor.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::longValueExact)
                .toList();
    }
}
