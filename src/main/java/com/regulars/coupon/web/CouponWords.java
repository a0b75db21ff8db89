package com.regulars.coupon.web;

import com.regulars.coupon.CouponTerms;
import com.regulars.shared.Rate;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a coupon is worth and when, in plain sentences, as it is told to a guest. */
@Component("couponWords")
@RequiredArgsConstructor
public class CouponWords {

    private final MessageSource messages;
    private final MoneyFormat money;
    private final Venues venues;

    /** What it takes off, for example “减 50.00” or “减 20%，最多 100.00”. */
    public String worth(CouponTerms terms, Locale language) {
        Rate percent = terms.percentOff();
        Long amount = terms.amountOffMinor();
        Long cap = terms.capMinor();
        if (percent == null) {
            return say(language, "amount", money.plain(amount == null ? 0 : amount));
        }
        String percents = percent.percent().toPlainString();
        return cap == null
                ? say(language, "percent", percents)
                : say(language, "percentCapped", percents, money.plain(cap));
    }

    /** On which bills it counts, one sentence a rule; none when it counts on every bill. */
    public List<String> rules(CouponTerms terms, Locale language) {
        List<String> rules = new ArrayList<>();
        if (terms.minBillMinor() > 0) {
            rules.add(say(language, "minBill", money.plain(terms.minBillMinor())));
        }
        if (!terms.days().isEmpty()) {
            rules.add(say(language, "days", days(terms, language)));
        }
        if (terms.from() != null && terms.to() != null) {
            rules.add(say(language, "hours", terms.from().toString(), terms.to().toString()));
        }
        if (!terms.venueIds().isEmpty()) {
            rules.add(say(language, "venues", venues(terms)));
        }
        if (terms.alone()) {
            rules.add(say(language, "alone"));
        }
        if (terms.group() != null) {
            rules.add(say(language, "group", terms.group()));
        }
        rules.add(say(language, terms.transferable() ? "transferable" : "notTransferable"));
        return rules;
    }

    private static String days(CouponTerms terms, Locale language) {
        return new TreeSet<>(terms.days())
                .stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, language))
                        .collect(Collectors.joining(" · "));
    }

    private String venues(CouponTerms terms) {
        return venues.all().stream()
                .filter(venue -> terms.venueIds().contains(venue.id()))
                .map(Venue::name)
                .collect(Collectors.joining(" · "));
    }

    private String say(Locale language, String key, Object... args) {
        return messages.getMessage("coupon.says." + key, args, language);
    }
}
