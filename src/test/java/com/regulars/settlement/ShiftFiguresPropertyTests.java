package com.regulars.settlement;

import static com.regulars.settlement.ShiftTills.tender;
import static com.regulars.settlement.Tills.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.ledger.SpendOrder;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Whatever mix of bills, refunds, top-ups, fees and cash in and out there is over two shifts, the reports say to the minor
 * unit what somebody who kept a notebook beside it would say, and what the books say.
 */
@RegularsTest
@Import({CardFixtures.class, ShiftTills.class})
class ShiftFiguresPropertyTests {

    private static final List<String> MONEY = List.of("CASH", "WECHAT", "ALIPAY", "BANK_CARD", "OTHER");

    @Autowired
    ShiftTills tills;

    @Autowired
    CardFixtures cards;

    @Autowired
    JdbcClient jdbc;

    /** A notebook: what each shift should say. */
    private static final class Notebook {

        final Map<String, Long> takings = new TreeMap<>();
        long topUps;
        long bonus;
        long refunds;
        long refundedInCash;
        long cash;
        int bills;

        void take(String tender, long minor) {
            takings.merge(tender, minor, Long::sum);
            if (tender.equals("CASH")) {
                cash += minor;
            }
        }
    }

    /** A bill that can still be refunded, by the one means it was paid with. */
    private record Paid(String id, String tender, long minor) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void reportsAddUpToTheLastFen(long seed) {
        var random = new Random(seed);
        Venue venue = tills.newVenue();
        CardSummary card = cards.card(cards.combined(SpendOrder.PROPORTIONAL, null));
        List<Paid> paid = new ArrayList<>();
        for (int shiftOfDay = 0; shiftOfDay < 2; shiftOfDay++) {
            var book = new Notebook();
            long floatMinor = random.nextInt(100_000);
            String shift = tills.opened(venue, floatMinor);
            book.cash = floatMinor;
            topUp(venue, card, shift, 100_000 + random.nextInt(50_000), "CASH", book);
            for (int i = 0; i < 14; i++) {
                step(random, venue, card, shift, book, paid);
            }
            check(shift, book);
            long counted = Math.max(0, book.cash - random.nextInt(300));
            MvcTestResult closed = tills.closed(shift, counted);
            assertThat(number(closed, "$.expectedCashMinor")).isEqualTo(book.cash);
            assertThat(number(closed, "$.differenceMinor")).isEqualTo(counted - book.cash);
            check(shift, book);
        }
    }

    private void step(Random random, Venue venue, CardSummary card, String shift, Notebook book, List<Paid> paid) {
        long minor = 1 + random.nextInt(20_000);
        String tender = MONEY.get(random.nextInt(MONEY.size()));
        switch (random.nextInt(8)) {
            case 0 -> topUp(venue, card, shift, 1_000 + minor, tender, book);
            case 1 -> {
                tills.fee(venue, shift, minor, tender);
                book.cash += tender.equals("CASH") ? minor : 0;
            }
            case 2 -> {
                tills.cash(shift, "IN", minor);
                book.cash += minor;
            }
            case 3 -> {
                tills.cash(shift, "OUT", minor);
                book.cash -= minor;
            }
            case 4 -> refund(random, shift, book, paid);
            case 5 -> {
                String bill = tills.bill(
                        venue, shift, minor + 500, tender("WECHAT", 500) + "," + tender("CASH", minor + 10_000));
                assertThat(bill).isNotBlank();
                book.bills++;
                book.take("WECHAT", 500);
                book.take("CASH", minor);
            }
            case 6 -> {
                long fromCard = 1 + random.nextInt(2_000);
                String id = Tills.read(
                        tills.bill(
                                venue,
                                shift,
                                fromCard,
                                fromCard,
                                "\"cardNumber\":\"%s\",\"payBy\":\"BALANCE\",".formatted(card.number()),
                                tender("STORED_VALUE", fromCard)),
                        "$.id");
                book.bills++;
                book.take("STORED_VALUE", fromCard);
                paid.add(new Paid(id, "STORED_VALUE", fromCard));
            }
            default -> {
                paid.add(new Paid(tills.bill(venue, shift, minor, tender(tender, minor)), tender, minor));
                book.bills++;
                book.take(tender, minor);
            }
        }
    }

    private void topUp(Venue venue, CardSummary card, String shift, long minor, String tender, Notebook book) {
        tills.topUp(venue, card, shift, minor, tender);
        book.topUps += minor;
        book.bonus += minor >= 1_000_000 ? 200_000 : minor >= 100_000 ? 10_000 : 0;
        book.cash += tender.equals("CASH") ? minor : 0;
    }

    private void refund(Random random, String shift, Notebook book, List<Paid> paid) {
        if (paid.isEmpty()) {
            return;
        }
        Paid bill = paid.remove(random.nextInt(paid.size()));
        long back = 1 + random.nextLong(bill.minor());
        tills.refund(bill.id(), shift, back);
        book.refunds += back;
        if (bill.tender().equals("CASH")) {
            book.refundedInCash += back;
            book.cash -= back;
        }
    }

    private void check(String shift, Notebook book) {
        MvcTestResult report = tills.report(shift);
        MONEY.forEach(tender -> assertThat(number(report, "$.takings." + tender + ".amountMinor"))
                .as(tender)
                .isEqualTo(book.takings.getOrDefault(tender, 0L)));
        long stored = book.takings.getOrDefault("STORED_VALUE", 0L);
        assertThat(number(report, "$.takings.STORED_VALUE.amountMinor")).isEqualTo(stored);
        assertThat(number(report, "$.redeemedPrincipalMinor") + number(report, "$.redeemedBonusMinor"))
                .isEqualTo(stored);
        assertThat(number(report, "$.bills.count")).isEqualTo(book.bills);
        assertThat(number(report, "$.bills.amountMinor"))
                .isEqualTo(book.takings.values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertThat(number(report, "$.topUps.amountMinor")).isEqualTo(book.topUps);
        assertThat(number(report, "$.bonusGrantedMinor")).isEqualTo(book.bonus);
        assertThat(number(report, "$.refunds.amountMinor")).isEqualTo(book.refunds);
        assertThat(number(report, "$.expectedCashMinor")).isEqualTo(book.cash);
        assertThat(number(report, "$.expectedCashMinor")).isEqualTo(fromTheTenders(shift));
    }

    /** The same figure from the other side: not from the books, but from what was written on bills, refunds and slips. */
    private long fromTheTenders(String shift) {
        return jdbc.sql("""
                        select (select float_minor from shift where id = :shift)
                               + coalesce((select sum(t.amount_minor - t.change_minor) from settlement s
                                             join settlement_tender t on t.settlement_id = s.id
                                            where s.shift_id = :shift and t.type = 'CASH'), 0)
                               - coalesce((select sum(t.amount_minor) from settlement_refund r
                                             join settlement_refund_tender t on t.refund_id = r.id
                                            where r.shift_id = :shift and t.type = 'CASH'), 0)
                               + coalesce((select sum(principal_minor) from card_top_up
                                            where shift_id = :shift and tender = 'CASH'), 0)
                               + coalesce((select sum(c.fee_minor) from card c join ledger_posting p on p.id = c.fee_posting_id
                                            where p.shift_id = :shift and c.fee_tender = 'CASH'), 0)
                               + coalesce((select sum(case direction when 'IN' then amount_minor else -amount_minor end)
                                             from shift_cash_movement where shift_id = :shift), 0)
                        """)
                .param("shift", Long.valueOf(shift))
                .query(Long.class)
                .single();
    }
}
