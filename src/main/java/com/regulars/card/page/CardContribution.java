package com.regulars.card.page;

import com.regulars.access.Permission;
import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.card.programme.Programmes;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.page.GuestAction;
import com.regulars.customer.page.GuestPageContribution;
import com.regulars.customer.page.GuestPageParts;
import com.regulars.customer.page.GuestPanel;
import com.regulars.customer.page.HeadFigure;
import com.regulars.venue.MoneyFormat;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The guest's cards on their page: what is on them, what can be done with them, what happened on them (R1.12). */
@Component
@RequiredArgsConstructor
class CardContribution implements GuestPageContribution {

    private final Cards cards;
    private final Programmes programmes;
    private final CardTimeline timeline;
    private final MoneyFormat money;
    private final MessageSource messages;

    record Panel(List<CardSummary> cards, boolean mayIssue) {}

    @Override
    public void contribute(GuestOnPage guest, GuestPageParts page) {
        var all = cards.ofCustomer(guest.id());
        boolean mayIssue = page.viewerMay(Permission.CARD_ISSUE);
        if (page.viewerMay(Permission.CARD_TOP_UP)) {
            topUp(all).ifPresent(action -> page.addAction(20, action));
        }
        if (mayIssue) {
            String url = "/cards/new?customerId=" + guest.id();
            page.addAction(30, new GuestAction("card.action.issue", url, "credit-card", false));
        }
        if (page.viewerMay(Permission.CARD_READ)) {
            addFigures(all, page);
            page.addPanel(new GuestPanel(
                    "card", GuestPanel.Column.RIGHT, 10, "card/_panel :: panel", new Panel(all, mayIssue)));
            page.addToTimeline(timeline.newest(guest.id(), GuestPageParts.TIMELINE));
        }
    }

    private Optional<GuestAction> topUp(List<CardSummary> all) {
        return all.stream()
                .filter(card -> card.status() == CardStatus.ACTIVE)
                .filter(card -> programmes.get(card.programmeCode()).terms().storedValue() != null)
                .map(card ->
                        new GuestAction("card.action.topUp", "/cards/" + card.number() + "/top-up", "wallet", false))
                .findFirst();
    }

    private void addFigures(List<CardSummary> all, GuestPageParts page) {
        if (all.isEmpty()) {
            return;
        }
        long principal = all.stream().mapToLong(CardSummary::principalMinor).sum();
        long bonus = all.stream().mapToLong(CardSummary::bonusMinor).sum();
        long points = all.stream().mapToLong(CardSummary::points).sum();
        String parts = messages.getMessage(
                "card.figure.parts",
                new Object[] {money.plain(principal), money.plain(bonus)},
                LocaleContextHolder.getLocale());
        page.addFigure(10, new HeadFigure("card.figure.balance", money.full(principal + bonus), parts, "#card"));
        page.addFigure(10, new HeadFigure("card.figure.points", money.count(points), null, "#card"));
    }
}
