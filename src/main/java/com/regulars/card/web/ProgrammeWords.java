package com.regulars.card.web;

import com.regulars.card.programme.ProgrammeSummary;
import com.regulars.card.programme.ProgrammeTerms.Discount;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.shared.Rate;
import com.regulars.venue.MoneyFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says the terms of a programme in plain sentences, as they are told to a guest. */
@Component
@RequiredArgsConstructor
class ProgrammeWords {

    private final MessageSource messages;
    private final MoneyFormat money;

    List<String> terms(ProgrammeSummary programme, Locale language) {
        List<String> sentences = new ArrayList<>();
        Optional.ofNullable(programme.terms().storedValue())
                .ifPresent(stored -> storedValue(stored, sentences, language));
        Optional.ofNullable(programme.terms().discount())
                .ifPresent(discount -> discount(discount, sentences, language));
        Optional.ofNullable(programme.terms().points()).ifPresent(points -> points(points, sentences, language));
        Optional.ofNullable(programme.terms().memberPrice())
                .ifPresent(member -> sentences.add(say(
                        language,
                        member.feeMinor() == 0 ? "memberPrice" : "memberPriceFee",
                        money.plain(member.feeMinor()),
                        member.validMonths())));
        return sentences;
    }

    private void storedValue(StoredValue stored, List<String> sentences, Locale language) {
        stored.tiers()
                .forEach(tier -> sentences.add(
                        say(language, "tier", money.plain(tier.atLeastMinor()), money.plain(tier.bonusMinor()))));
        if (stored.tiers().isEmpty()) {
            sentences.add(say(language, "noTiers"));
        }
        sentences.add(say(language, "spendOrder." + stored.spendOrder()));
        Optional.ofNullable(stored.minTopUpMinor())
                .ifPresent(amount -> sentences.add(say(language, "minTopUp", money.plain(amount))));
        Optional.ofNullable(stored.maxBalanceMinor())
                .ifPresent(amount -> sentences.add(say(language, "maxBalance", money.plain(amount))));
        Long pinAbove = stored.pinAboveMinor();
        sentences.add(pinAbove == null ? say(language, "pinNever") : say(language, "pinAbove", money.plain(pinAbove)));
    }

    private void discount(Discount discount, List<String> sentences, Locale language) {
        sentences.add(rate("paidByBalance", discount.offPaidByBalance(), language));
        sentences.add(rate("paidOtherwise", discount.offPaidOtherwise(), language));
    }

    /** Chinese says what is left in tenths (20 % off is 8 折), English what is taken off. */
    private String rate(String key, Rate off, Locale language) {
        if (off.isZero()) {
            return say(language, key + ".none");
        }
        BigDecimal percentOff = BigDecimal.valueOf(off.basisPoints(), 2).stripTrailingZeros();
        BigDecimal tenthsLeft =
                BigDecimal.valueOf(10_000L - off.basisPoints(), 3).stripTrailingZeros();
        return say(language, key, percentOff.toPlainString(), tenthsLeft.toPlainString());
    }

    private void points(Points points, List<String> sentences, Locale language) {
        var terms = points.terms();
        sentences.add(say(language, "earn", money.plain(terms.earnPerMinor()), money.count(terms.earnPoints())));
        if (terms.minBillMinor() > 0) {
            sentences.add(say(language, "minBill", money.plain(terms.minBillMinor())));
        }
        Optional.ofNullable(terms.redeemMinorPerPoint())
                .ifPresent(worth -> sentences.add(say(language, "redeem", money.plain(worth))));
        Optional.ofNullable(points.visitBonus())
                .ifPresent(bonus -> sentences.add(
                        say(language, "visitBonus", bonus.visits(), bonus.withinDays(), money.count(bonus.points()))));
        Optional.ofNullable(points.validMonths())
                .ifPresent(months -> sentences.add(say(language, "pointsValid", months)));
    }

    private String say(Locale language, String key, Object... args) {
        return messages.getMessage("card.terms." + key, args, language);
    }
}
