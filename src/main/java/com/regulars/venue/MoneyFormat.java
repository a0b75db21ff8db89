package com.regulars.venue;

import com.regulars.shared.InvalidFieldException;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Writes and reads amounts in the brand's currency; templates use it as {@code @money}. Amounts are minor units
 * everywhere else. A negative amount has a true minus sign.
 */
@Component("money")
@RequiredArgsConstructor
public class MoneyFormat {

    private final Brands brands;

    /** {@code 1,234.50}, for tables. */
    public String plain(long minor) {
        int digits = brands.current().minorDigits();
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        String text = format.format(BigDecimal.valueOf(Math.absExact(minor), digits));
        return minor < 0 ? "\u2212" + text : text;
    }

    /** {@code ¥1,234.50}, for totals and buttons. */
    public String full(long minor) {
        String symbol = brands.current().currency().getSymbol(Locale.SIMPLIFIED_CHINESE);
        return minor < 0 ? "\u2212" + symbol + plain(-minor) : symbol + plain(minor);
    }

    /** How many minor units one major unit has, 100 for CNY. */
    public long unit() {
        return BigDecimal.ONE.movePointRight(brands.current().minorDigits()).longValueExact();
    }

    /** A whole number with thousands separators, for counts and points. */
    public String count(long number) {
        String text =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(Math.abs(number));
        return number < 0 ? "\u2212" + text : text;
    }

    /** {@code 1234.50} without separators, for input fields. */
    public String input(long minor) {
        return BigDecimal.valueOf(minor, brands.current().minorDigits()).toPlainString();
    }

    /**
     * Reads what a person typed, such as {@code 12.50}, {@code 1,200} or {@code ￥１２００}, into minor units.
     *
     * @throws InvalidFieldException naming {@code field} when it is no amount, has too many decimals, is negative or
     *     above 10^12 minor units
     */
    public long parse(String field, String text) {
        return TypedAmount.minor(text, brands.current().minorDigits())
                .orElseThrow(() -> new InvalidFieldException(field, "amount", text));
    }
}
