package com.regulars.card.page;

import com.regulars.access.Permission;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.customer.HeadFigure;
import com.regulars.customer.HeadFigureSource;
import com.regulars.venue.MoneyFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What is on the guest's cards, in the head of the customer page. */
@Component
@RequiredArgsConstructor
class CardHeadFigures implements HeadFigureSource {

    private final Cards cards;
    private final MoneyFormat money;
    private final MessageSource messages;

    @Override
    public Permission permission() {
        return Permission.CARD_READ;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<HeadFigure> figures(long customerId) {
        List<CardSummary> all = cards.ofCustomer(customerId);
        if (all.isEmpty()) {
            return List.of();
        }
        long principal = all.stream().mapToLong(CardSummary::principalMinor).sum();
        long bonus = all.stream().mapToLong(CardSummary::bonusMinor).sum();
        long points = all.stream().mapToLong(CardSummary::points).sum();
        Locale language = LocaleContextHolder.getLocale();
        List<HeadFigure> figures = new ArrayList<>();
        figures.add(new HeadFigure(
                "card.figure.balance",
                money.full(principal + bonus),
                messages.getMessage(
                        "card.figure.parts", new Object[] {money.plain(principal), money.plain(bonus)}, language),
                "#card"));
        figures.add(new HeadFigure("card.figure.points", money.count(points), null, "#card"));
        return figures;
    }
}
