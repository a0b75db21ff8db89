package com.regulars.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.ledger.TenderType;
import com.regulars.request.IdempotencyKey;
import com.regulars.settlement.quote.BillLine;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.quote.QuoteBill;
import com.regulars.settlement.settle.BillSettlement;
import com.regulars.settlement.settle.BillTender;
import com.regulars.settlement.settle.SettleBill;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The receipt of a bill that two cards and cash paid together, as a guest reads it. */
@JourneyTest
@Import(CardFixtures.class)
class ReceiptJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    CardFixtures cards;

    @Autowired
    BillSettlement settlement;

    static Stream<Look> looks() {
        return Stream.of(Look.CHINESE, Look.ENGLISH, Look.CHINESE.dark().phone());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void saysWhoseTheSecondCardIs(Look look, Browser browser) {
        CardSummary card = cards.cardWith(1_000_000);
        CardSummary friends = cards.cardWith(100_000);
        String bill = settle(card, friends);
        var page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(Role.MANAGER));
        page.navigate("/settlements/" + bill);
        browser.screenshot(page, "bill-two-cards-" + look);
        browser.checkAccessibility(page);

        page.navigate("/settlements/" + bill + "/receipt");
        browser.screenshot(page, "receipt-two-cards-" + look);
        browser.checkAccessibility(page);
        assertThat(page.locator("main").innerText())
                .contains(friends.programmeName(), friends.number().substring(12), "\u221230.00")
                .doesNotContain("\u22120.00");
        browser.assertNoErrors();
    }

    /** 100.00 of which the cards pay 50.00 and 30.00; the 20.00 left are 20 % off. */
    private String settle(CardSummary card, CardSummary friends) {
        var quote = new QuoteBill(
                cards.venue().code(),
                List.of(new BillLine(null, "水煮鱼", 1, 10_000, null, true)),
                card.number(),
                null,
                PayBy.OTHER,
                0,
                List.of(),
                0);
        var command = new SettleBill(
                quote,
                UUID.randomUUID().toString(),
                9_600,
                List.of(
                        new BillTender(TenderType.STORED_VALUE, 5_000, null, null),
                        new BillTender(TenderType.STORED_VALUE, 3_000, friends.number(), null),
                        BillTender.of(TenderType.CASH, 1_600)),
                List.of(),
                null);
        return CurrentActor.asSystem(() -> settlement
                .settle(command, new IdempotencyKey(UUID.randomUUID().toString()))
                .reference());
    }
}
