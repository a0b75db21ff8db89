package com.regulars.settlement.receipt;

import com.regulars.settlement.SettledBill;
import com.regulars.settlement.SettledTender;
import com.regulars.settlement.quote.QuoteStep;
import com.regulars.venue.Venue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What is printed, with the words of the guest's language.
 *
 * @param maskedGuest for example {@code 张*国}, null for a walk-in
 * @param otherCards cards that paid beside the one in the head of the receipt, by id
 * @param copy 0 for the original, else which copy it is
 * @param paper {@code 80}, {@code 58} or {@code a4}
 */
record Receipt(
        String brand,
        Venue venue,
        SettledBill bill,
        @Nullable String maskedGuest,
        @Nullable String programme,
        @Nullable String cardTail,
        Map<Long, OtherCard> otherCards,
        long refundedMinor,
        int copy,
        String paper,
        Locale language,
        MessageSource messages) {

    /** A card that paid for somebody else's bill, and whose it is. */
    record OtherCard(String maskedHolder, String programme, String tail) {}

    /** Null for the card in the head of the receipt. */
    public @Nullable OtherCard otherCard(SettledTender tender) {
        return otherCards.get(tender.cardId());
    }

    /** A message in the language of the receipt. */
    public String say(String key, Object... args) {
        return messages.getMessage(key, args, language);
    }

    /** The steps a guest wants to see: what was taken off, and why nothing was where a card was shown. */
    public List<QuoteStep> steps() {
        return bill.quote().steps().stream()
                .filter(step -> switch (step.rule()) {
                    case LIST_PRICE -> true;
                    case DISCOUNT -> bill.cardId() != null;
                    case MEMBER_PRICE, COUPON, POINTS, ROUNDING -> step.result() != 0;
                    case PAYABLE, POINTS_EARNED, VISIT_BONUS -> false;
                })
                .toList();
    }

    public List<SettledTender> cards() {
        return bill.tenders().stream().filter(tender -> tender.cardId() != null).toList();
    }

    /** {@code 张*国}, {@code 李*}, {@code J***n}. */
    static String mask(String name) {
        int[] points = name.codePoints().toArray();
        if (points.length < 2) {
            return name;
        }
        String first = Character.toString(points[0]);
        return points.length == 2
                ? first + "*"
                : first + "*".repeat(Math.min(points.length - 2, 3)) + Character.toString(points[points.length - 1]);
    }
}
