package com.regulars.settlement;

import static com.regulars.settlement.Tills.bill;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.testing.RegularsTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A card that somebody holds on to: more requests than there are connections, and no other card waits for one. */
@RegularsTest
@Import({CardFixtures.class, Tills.class})
class BusyCardTests {

    private static final int QUEUE = 40;

    @Autowired
    Tills till;

    @Autowired
    CardFixtures cards;

    @Autowired
    Cards cardsOf;

    @Autowired
    DataSource database;

    @Test
    void isToldSoAfterThreeSecondsWhileOthersArePaid() throws Exception {
        CardSummary held = cards.cardWith(100_000);
        CardSummary other = cards.cardWith(100_000);
        String paidBefore = till.settled(fromBalance(held));
        String key = UUID.randomUUID().toString();
        String bill = fromBalance(held);
        try (Connection somebody = database.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            somebody.setAutoCommit(false);
            lock(somebody, held);
            List<Future<MvcTestResult>> waiting = IntStream.range(0, QUEUE)
                    .mapToObj(i -> threads.submit(() -> switch (i % 4) {
                        case 0 -> till.refund(paidBefore, "{\"reason\":\"退\"}");
                        case 1 ->
                            till.post("/cards/" + held.number() + "/top-ups", """
                                {"venueCode":"%s","amountMinor":1000,"tender":{"type":"CASH"}}
                                """.formatted(
                                            cards.venue().code()));
                        default -> i == 2 ? till.post("/settlements", bill, key) : till.settle(fromBalance(held));
                    }))
                    .toList();
            assertThat(till.settle(fromBalance(other))).hasStatus(201);
            for (Future<MvcTestResult> each : waiting) {
                assertThat(each.get()).hasStatus(503).containsHeader("Retry-After");
                assertThat(Tills.<String>read(each.get(), "$.code")).isEqualTo("CARD_BUSY");
            }
            somebody.rollback();
        }
        assertThat(till.post("/settlements", bill, key)).hasStatus(201);
        assertThat(cardsOf.get(held.id()).balanceMinor()).isEqualTo(110_000 - 200);
    }

    private static void lock(Connection somebody, CardSummary card) throws SQLException {
        try (var statement =
                somebody.prepareStatement("select id from ledger_account where holder_id = ? for no key update")) {
            statement.setLong(1, card.id());
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    private String fromBalance(CardSummary card) {
        return bill(cards.venue().code(), 100, """
                "cardNumber":"%s","expectedPayableMinor":100,"tenders":[{"type":"STORED_VALUE","amountMinor":100}]
                """.formatted(card.number()));
    }
}
