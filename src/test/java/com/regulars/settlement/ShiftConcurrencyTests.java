package com.regulars.settlement;

import static com.regulars.settlement.ShiftTills.tender;
import static com.regulars.settlement.Tills.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.regulars.card.CardFixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Bills and closings that meet: no bill without a shift, none in a shift after its end. */
@RegularsTest
@Import({CardFixtures.class, ShiftTills.class})
class ShiftConcurrencyTests {

    private static final String CASH = "\"payBy\":\"OTHER\",";

    @Autowired
    ShiftTills tills;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Venue venue;

    @BeforeEach
    void newVenue() {
        venue = tills.newVenue();
    }

    @RepeatedTest(3)
    void whatIsSettledWhileAShiftClosesIsInItsReportOrRefused() throws Exception {
        String shift = tills.opened(venue, 0);
        List<String> outcomes = atOnce(
                24,
                i -> i == 12
                        ? "closed "
                                + tills.close(shift, "{\"countedCashMinor\":0}")
                                        .getResponse()
                                        .getStatus()
                        : outcome(tills.bill(venue, shift, 100, 100, CASH, tender("CASH", 100))));
        assertThat(outcomes).contains("closed 200");
        long paid = outcomes.stream().filter("201"::equals).count();
        assertThat(outcomes).filteredOn("SHIFT_CLOSED"::equals).hasSize(23 - (int) paid);
        assertThat(number(tills.get("/shifts/" + shift), "$.expectedCashMinor")).isEqualTo(100 * paid);
        assertThat(number(tills.report(shift), "$.takings.CASH.amountMinor")).isEqualTo(100 * paid);
    }

    /** Bills that name no shift go on in the next one, which opens by itself. */
    @RepeatedTest(3)
    void billsThatNameNoShiftGoOnInTheNextOne() throws Exception {
        String shift = tills.opened(venue, 0);
        List<String> outcomes = atOnce(
                24,
                i -> i % 8 == 5
                        ? "close "
                                + tills.close(shift, "{\"countedCashMinor\":0}")
                                        .getResponse()
                                        .getStatus()
                        : outcome(tills.post("/settlements", """
                        {"venueCode":"%s","billNumber":"%s","payBy":"OTHER","expectedPayableMinor":100,
                         "lines":[{"name":"菜","quantity":1,"unitPriceMinor":100}],"tenders":[{"type":"CASH","amountMinor":100}]}
                        """.formatted(venue.code(), UUID.randomUUID()))));
        assertThat(outcomes).filteredOn("201"::equals).hasSize(21);
        assertThat(outcomes).filteredOn("close 200"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("close 409"::equals).hasSize(2);
        long before = number(tills.get("/shifts/" + shift), "$.expectedCashMinor");
        assertThat(jdbc.sql("""
                        select coalesce(sum(s.payable_minor) filter (where s.shift_id = :shift), -1) || ' ' || sum(s.payable_minor)
                               || ' ' || count(distinct s.shift_id) filter (where s.shift_id <> :shift)
                          from settlement s where s.venue_id = :venue
                        """)
                        .param("shift", Long.valueOf(shift))
                        .param("venue", venue.id())
                        .query(String.class)
                        .single())
                .isIn(before + " 2100 1", before + " 2100 0", "-1 2100 1");
    }

    @Test
    void ofManyClosingsOneIsTheEnd() throws Exception {
        String shift = tills.opened(venue, 500);
        List<String> outcomes = atOnce(
                12,
                i -> String.valueOf(tills.close(shift, "{\"countedCashMinor\":" + i + "}")
                        .getResponse()
                        .getStatus()));
        assertThat(outcomes).filteredOn("200"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("409"::equals).hasSize(11);
        assertThat(jdbc.sql("select count(*) from shift_closing where shift_id = :id")
                        .param("id", Long.valueOf(shift))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofManyOpeningsOneOpensTheTill() throws Exception {
        List<String> outcomes = atOnce(
                12, i -> String.valueOf(tills.open(venue, "1", i).getResponse().getStatus()));
        assertThat(outcomes).filteredOn("201"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("409"::equals).hasSize(11);
    }

    /** Closing waits for the bill, and is told to come again rather than to close beside it. */
    @Test
    void shiftCannotCloseWhileMoneyOfItIsMoving() throws Exception {
        String shift = tills.opened(venue, 0);
        var moving = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bill = threads.submit(() -> transaction.execute(status -> {
                jdbc.sql("select 1 from shift_take(:id)")
                        .param("id", Long.valueOf(shift))
                        .query(Long.class)
                        .list();
                moving.countDown();
                await(mayEnd);
                return true;
            }));
            assertThat(moving.await(20, TimeUnit.SECONDS)).isTrue();
            MvcTestResult busy = tills.close(shift, "{\"countedCashMinor\":0}");
            assertThat(busy).hasStatus(503).hasHeader("Retry-After", retryAfter(busy));
            assertThat(busy).bodyJson().extractingPath("$.code").isEqualTo("SHIFT_BUSY");
            mayEnd.countDown();
            bill.get();
        }
        tills.closed(shift, 0);
    }

    private static String retryAfter(MvcTestResult result) {
        return String.valueOf(result.getResponse().getHeader("Retry-After"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String outcome(MvcTestResult result) {
        try {
            return result.getResponse().getStatus() == 201
                    ? "201"
                    : JsonPath.read(result.getResponse().getContentAsString(), "$.code");
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> atOnce(int times, IntFunction<String> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return work.apply(i);
                    }))
                    .toList();
            start.countDown();
            var outcomes = new ArrayList<String>();
            for (var each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        }
    }
}
