package com.regulars.settlement;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

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
import com.regulars.testing.RegularsTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
@Import(CardFixtures.class)
class SettlementPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    CardFixtures cards;

    @Autowired
    BillSettlement settlement;

    @Autowired
    Settlements settlements;

    @ParameterizedTest
    @CsvSource({"zh,结账时间,已结账", "en,Cashier,Paid"})
    void listsBillsInBothLanguages(Locale language, String column, String state) {
        SettledBill bill = paid();
        assertThat(web.get()
                        .uri("/settlements?q={bill}", bill.billNumber())
                        .locale(language)
                        .with(as(Role.CASHIER)))
                .hasStatusOk()
                .bodyText()
                .contains(column, state, bill.receiptNumber())
                .doesNotContain("??");
        assertThat(web.get().uri("/settlements?q=none-such-1").locale(language).with(as(Role.CASHIER)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"zh,价格怎么来的,余额付款不打折", "en,How the price came about,none when paid from the balance"})
    void showsABillWithItsSteps(Locale language, String title, String reason) {
        SettledBill bill = paid();
        assertThat(web.get()
                        .uri("/settlements/{id}", bill.id())
                        .locale(language)
                        .with(as(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains(title, reason, bill.receiptNumber(), "12,000.00", "11,500.00")
                .doesNotContain("??");
    }

    /** 1,000.00 from the card of the bill, 200.00 from a friend's: the receipt and the bill's page say whose the second one is. */
    @Test
    void theReceiptAndThePageOfTwoCardsSayWhoseTheSecondIs() {
        CardSummary card = cards.cardWith(1_000_000);
        CardSummary friends = cards.cardWith(100_000);
        var quote = new QuoteBill(
                cards.venue().code(),
                List.of(new BillLine(null, "水煮鱼", 1, 120_000, null, true)),
                card.number(),
                null,
                PayBy.BALANCE,
                0,
                List.of(),
                0);
        SettledBill bill = settle(
                quote,
                120_000,
                new BillTender(TenderType.STORED_VALUE, 100_000, null, null),
                new BillTender(TenderType.STORED_VALUE, 20_000, friends.number(), null));
        String friend = customers.get(friends.customerId()).name();
        assertThat(web.get().uri("/settlements/{id}/receipt", bill.id()).with(as(Role.CASHIER)))
                .hasStatusOk()
                .bodyText()
                .contains(friend.charAt(0) + "*", friends.programmeName(), tail(card), tail(friends))
                .contains("1,100.00", "\u2212200.00", "900.00")
                .doesNotContain(friend, "\u22120.00");
        assertThat(web.get().uri("/settlements/{id}", bill.id()).with(as(Role.CASHIER)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        friend,
                        "/customers/" + friends.customerId(),
                        "/cards/" + friends.number(),
                        friends.maskedNumber());
    }

    private static String tail(CardSummary card) {
        return "尾号 " + card.number().substring(12);
    }

    @Test
    void nothingTakenOffIsNotMinusNothing() {
        SettledBill bill = paid();
        assertThat(web.get().uri("/settlements/{id}/receipt", bill.id()).with(as(Role.CASHIER)))
                .bodyText()
                .contains("余额付款不打折")
                .doesNotContain("\u22120.00");
        assertThat(web.get().uri("/settlements/{id}", bill.id()).with(as(Role.CASHIER)))
                .bodyText()
                .doesNotContain("\u22120.00");
    }

    @Test
    void refundFormIsForThoseWhoMayRefund() {
        SettledBill bill = paid();
        String form = "/settlements/" + bill.id() + "/refunds";
        assertThat(web.get().uri("/settlements/{id}", bill.id()).with(as(Role.CASHIER)))
                .bodyText()
                .doesNotContain(form);
        assertThat(web.get().uri("/settlements/{id}", bill.id()).with(as(Role.MANAGER)))
                .bodyText()
                .contains(form);
        assertThat(web.post()
                        .uri(form)
                        .param("what", "whole")
                        .param("reason", "x")
                        .with(as(Role.CASHIER))
                        .with(csrf()))
                .hasStatus(403);
    }

    @Test
    void refundsAnAmountAndThenTheRestOnce() {
        SettledBill bill = paid();
        String form = "/settlements/" + bill.id() + "/refunds";
        String request = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(web.post()
                            .uri(form)
                            .param("requestId", request)
                            .param("what", "amount")
                            .param("amount", "100")
                            .param("reason", "上错菜")
                            .with(as(Role.MANAGER))
                            .with(csrf()))
                    .hasStatus3xxRedirection();
        }
        assertThat(details(bill).refundedMinor()).isEqualTo(10_000);
        assertThat(web.post()
                        .uri(form)
                        .param("requestId", UUID.randomUUID().toString())
                        .param("what", "lines")
                        .param("quantities[0]", "1")
                        .param("reason", "退菜")
                        .with(as(Role.MANAGER))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("退款超过了当初支付的金额", "退菜");
        assertThat(web.post()
                        .uri(form)
                        .param("requestId", UUID.randomUUID().toString())
                        .param("what", "whole")
                        .param("reason", "退菜")
                        .with(as(Role.MANAGER))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(details(bill).refundedWhole()).isTrue();
    }

    @Test
    void aRefundOfPiecesThatAreNoNumberKeepsTheForm() {
        assertThat(web.post()
                        .uri("/settlements/{id}/refunds", paid().id())
                        .param("what", "lines")
                        .param("quantities[0]", "１ｘ")
                        .param("reason", "退菜")
                        .with(as(Role.MANAGER))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("退菜", "１ｘ");
    }

    @Test
    void aPrintOnAPaperThatIsNoneIsMadeOnTheUsual() {
        assertThat(web.post()
                        .uri("/settlements/{id}/receipt/prints", paid().id())
                        .param("paper", "长".repeat(5_000))
                        .with(as(Role.MANAGER))
                        .with(csrf()))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("/receipt?paper=80");
    }

    @Test
    void refundNeedsAReason() {
        assertThat(web.post()
                        .uri("/settlements/{id}/refunds", paid().id())
                        .param("what", "whole")
                        .with(as(Role.MANAGER))
                        .with(csrf()))
                .hasStatus(422);
    }

    @Test
    void receiptShowsBalancesBeforeUsedAndAfterAndMasksTheGuest() {
        SettledBill bill = paid();
        var page = assertThat(
                        web.get().uri("/settlements/{id}/receipt", bill.id()).with(as(Role.CASHIER)))
                .hasStatusOk()
                .bodyText();
        page.contains(bill.receiptNumber(), "12,000.00", "−500.00", "11,500.00", "付款前", "付款后", "折扣，余额付款不打折", "本次得积分");
        page.contains("receipt-80-").doesNotContain("??").doesNotContain("补打");
        String name = jdbcName(bill);
        page.doesNotContain(name).contains(name.substring(0, 1) + "*");
    }

    @Test
    void receiptIsServedToOtherSystemsToo() {
        assertThat(web.get()
                        .uri("/api/v1/settlements/{id}/receipt", paid().id())
                        .with(as(Role.CASHIER)))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/html")
                .bodyText()
                .contains("12,000.00");
    }

    @Test
    void secondPrintIsACopy() {
        SettledBill bill = paid();
        assertThat(printed(bill, "80"))
                .bodyText()
                .contains("data-print=\"true\"")
                .doesNotContain("补打 ");
        assertThat(printed(bill, "58")).bodyText().contains("补打 1", "receipt-58-", "data-print=\"true\"");
    }

    /** The page that prints itself, reached as the browser reaches it. */
    private MvcTestResult printed(SettledBill bill, String paper) {
        var counted = web.post()
                .uri("/settlements/{id}/receipt/prints", bill.id())
                .param("paper", paper)
                .with(as(Role.CASHIER))
                .with(csrf())
                .exchange();
        String page = "/settlements/" + bill.id() + "/receipt?paper=" + paper;
        assertThat(counted).hasRedirectedUrl(page);
        return web.get()
                .uri(page)
                .cookie(counted.getResponse().getCookie("SESSION"))
                .with(as(Role.CASHIER))
                .exchange();
    }

    @Test
    void anAddressCannotMakeAnOriginalOfACopy() {
        SettledBill bill = paid();
        for (int print = 0; print < 2; print++) {
            web.post()
                    .uri("/settlements/{id}/receipt/prints", bill.id())
                    .with(as(Role.CASHIER))
                    .with(csrf())
                    .exchange();
        }
        assertThat(web.get()
                        .uri("/settlements/{id}/receipt?copy=0&print=true", bill.id())
                        .with(as(Role.CASHIER)))
                .bodyText()
                .contains("补打 2", "view-only", "data-print=\"false\"");
    }

    @Test
    void copyNumberCannotBeInvented() {
        assertThat(web.get()
                        .uri("/settlements/{id}/receipt?copy=7", paid().id())
                        .with(as(Role.CASHIER)))
                .bodyText()
                .doesNotContain("补打 ");
    }

    private SettlementDetails details(SettledBill bill) {
        return CurrentActor.asSystem(() -> settlements.get(bill.id()));
    }

    @Autowired
    com.regulars.customer.Customers customers;

    private String jdbcName(SettledBill bill) {
        return customers.get(bill.customerId()).name();
    }

    /** A bill of 500.00 paid from a balance of 12,000.00. */
    private SettledBill paid() {
        CardSummary card = cards.cardWith(1_000_000);
        var quote = new QuoteBill(
                cards.venue().code(),
                List.of(new BillLine(null, "水煮鱼", 1, 50_000, null, true)),
                card.number(),
                null,
                PayBy.BALANCE,
                0,
                List.of(),
                0);
        return settle(quote, 50_000, BillTender.of(TenderType.STORED_VALUE, 50_000));
    }

    private SettledBill settle(QuoteBill quote, long payableMinor, BillTender... tenders) {
        var command =
                new SettleBill(quote, UUID.randomUUID().toString(), payableMinor, List.of(tenders), List.of(), null);
        return CurrentActor.asSystem(() -> settlements
                .get(Long.parseLong(settlement
                        .settle(command, new IdempotencyKey(UUID.randomUUID().toString()))
                        .reference()))
                .bill());
    }
}
