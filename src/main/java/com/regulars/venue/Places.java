package com.regulars.venue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.regulars.shared.InvalidFieldException;
import java.text.Collator;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The time zones, telephone regions and currencies there are, to choose from and to check against. */
@Component
public class Places {

    private static final String WITH_A_CITY =
            "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+";

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    /** Names such as {@code Asia/Shanghai}, in their order. */
    public List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches(WITH_A_CITY))
                .sorted()
                .toList();
    }

    /** Codes such as {@code CN} with the country's name and its dialling code, in the order of the names. */
    public Map<String, String> regions() {
        return named(
                phones.getSupportedRegions().stream(),
                region -> Locale.of("", region).getDisplayCountry(LocaleContextHolder.getLocale()) + " +"
                        + phones.getCountryCodeForRegion(region));
    }

    /** Codes such as {@code CNY} with the currency's name; only those with a minor unit of at most three digits. */
    public Map<String, String> currencies() {
        return named(
                Currency.getAvailableCurrencies().stream()
                        .filter(Places::isMoney)
                        .map(Currency::getCurrencyCode),
                code -> Currency.getInstance(code).getDisplayName(LocaleContextHolder.getLocale()) + " " + code);
    }

    /** @throws InvalidFieldException naming {@code field} when there is no such time zone */
    public ZoneId zone(String field, String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            throw new InvalidFieldException(field, "zone", name);
        }
    }

    /** @throws InvalidFieldException naming {@code field} when telephones know no such region */
    public String region(String field, String code) {
        if (!phones.getSupportedRegions().contains(code)) {
            throw new InvalidFieldException(field, "region", code);
        }
        return code;
    }

    /** @throws InvalidFieldException naming {@code field} when there is no such currency */
    public Currency currency(String field, String code) {
        try {
            Currency currency = Currency.getInstance(code.strip());
            if (isMoney(currency)) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // reported below
        }
        throw new InvalidFieldException(field, "currency", code);
    }

    private static boolean isMoney(Currency currency) {
        return currency.getDefaultFractionDigits() >= 0 && currency.getDefaultFractionDigits() <= 3;
    }

    private static Map<String, String> named(Stream<String> codes, Function<String, String> name) {
        Map<String, String> named = new LinkedHashMap<>();
        var byName = Collator.getInstance(LocaleContextHolder.getLocale());
        codes.map(code -> Map.entry(code, name.apply(code)))
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(Function.<String>identity(), byName)))
                .forEach(entry -> named.put(entry.getKey(), entry.getValue()));
        return named;
    }
}
