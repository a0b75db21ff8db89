package com.regulars.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.time.ScopedClock;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RegularsTest
class FeedbackModuleTests {

    static final Path REVIEWS = Path.of("../shared/data/hotel-reviews-zh.csv.gz");

    @Autowired
    Tickets tickets;

    @Autowired
    TicketWork work;

    @Autowired
    TicketBook book;

    @Autowired
    TicketSearch search;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TransactionTemplate transaction;

    Venue venue;
    Actor zhou;

    @BeforeEach
    void openVenue() {
        venue = fixtures.freshVenue();
        zhou = employee("周婷", Set.of());
    }

    @Test
    void numbersRunWithoutGapsEvenWhenATransactionFails() {
        int year = 2031;
        assertThat(takeIn(year)).isEqualTo("TK-2031-0001");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    assertThat(takeIn(year)).isEqualTo("TK-2031-0002");
                    throw new IllegalStateException("the desk's tablet fell down");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(takeIn(year)).isEqualTo("TK-2031-0002");
    }

    @Test
    void eightWhoTakeAtOnceGetEightNumbers() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<String>> taken = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                taken.add(pool.submit(() -> takeIn(2032)));
            }
            var numbers = new ArrayList<String>();
            for (var number : taken) {
                numbers.add(number.get());
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrder(
                            "TK-2032-0001",
                            "TK-2032-0002",
                            "TK-2032-0003",
                            "TK-2032-0004",
                            "TK-2032-0005",
                            "TK-2032-0006",
                            "TK-2032-0007",
                            "TK-2032-0008");
        }
    }

    @Test
    void tellsTwoColleaguesOfOneNameApart() {
        Actor namesake = employee(zhou.name(), Set.of());
        var ticket = take("水煮鱼等了四十分钟");
        as(namesake, () -> work.note(ticket.id(), ticket.version(), "客人又来电"));
        var details = CurrentActor.as(namesake, () -> book.details(ticket.id()));
        assertThat(details.ticket().takenBy()).isEqualTo(zhou.acted());
        assertThat(details.history())
                .extracting(TicketDetails.Line::actor)
                .containsExactly(zhou.acted(), namesake.acted());
        assertThat(details.mine()).isFalse();
    }

    @Test
    void tellsTheSecondOfTwoThatTheFirstHasChangedIt() {
        var ticket = take("水煮鱼等了四十分钟");
        as(zhou, () -> work.begin(ticket.id(), ticket.version()));

        assertThatThrownBy(() -> as(zhou, () -> work.solve(ticket.id(), ticket.version(), "已道歉")))
                .hasMessageContaining("TICKET_CHANGED_MEANWHILE");
        assertThat(details(ticket).ticket().status()).isEqualTo(TicketStatus.IN_PROGRESS);
    }

    @Test
    void keepsTheHistoryInOrder() {
        var ticket = take("包间空调不制冷");
        as(zhou, () -> work.begin(ticket.id(), ticket.version()));
        as(zhou, () -> work.note(ticket.id(), version(ticket), "已请工程部去看"));
        as(zhou, () -> work.solve(ticket.id(), version(ticket), "换了包间，送果盘"));
        as(zhou, () -> work.close(ticket.id(), version(ticket)));

        var details = details(ticket);
        assertThat(details.history())
                .extracting(TicketDetails.Line::kind)
                .containsExactly(
                        TicketEventKind.TAKEN,
                        TicketEventKind.BEGUN,
                        TicketEventKind.NOTED,
                        TicketEventKind.SOLVED,
                        TicketEventKind.CLOSED);
        assertThat(details.ticket().result()).isEqualTo("换了包间，送果盘");
        assertThat(details.ticket().solvedBy().name()).isEqualTo("周婷");
    }

    @Test
    void aTicketOfAnotherVenueIsNotThere() {
        var ticket = take("服务员态度不好");
        var elsewhere = employee("刘敏", Set.of(fixtures.freshVenue().id()));

        assertThatThrownBy(() -> CurrentActor.as(elsewhere, () -> book.details(ticket.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(elsewhere, () -> work.begin(ticket.id(), ticket.version())))
                .isInstanceOf(NotFoundException.class);
        assertThat(CurrentActor.as(elsewhere, () -> book.search(ticket.number(), 5)))
                .isEmpty();
    }

    @Test
    void findsATicketByNumberAndByWordsTakenLiterally() {
        String word = "豆瓣鱼" + UUID.randomUUID().toString().substring(0, 8);
        var ticket = take("昨天的" + word + "打了100%的折扣");

        CurrentActor.as(zhou, () -> {
            assertThat(search.search(ticket.number(), 5)).hasSize(1);
            assertThat(search.search(word, 5)).singleElement().satisfies(hit -> {
                assertThat(hit.title()).contains(ticket.number(), word);
                assertThat(hit.url()).isEqualTo("/feedback/" + ticket.id());
            });
            assertThat(search.search(word + "%折扣", 5)).isEmpty();
            return null;
        });
    }

    @Test
    void takesTheLongestOfRealReviewsAndFindsOneByAWordInIt() throws IOException {
        assumeThat(REVIEWS).as("hotel reviews are not beside the project").exists();
        var longest = reviews().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(30)
                .toList();
        assertThat(longest.getFirst().length()).isEqualTo(2924);

        var taken = longest.stream().map(this::take).toList();

        for (int i = 0; i < taken.size(); i++) {
            var ticket = taken.get(i);
            assertThat(details(ticket).ticket().text()).isEqualTo(longest.get(i).strip());
            String middle = ticket.text()
                    .substring(ticket.text().length() / 2, ticket.text().length() / 2 + 12);
            assertThat(CurrentActor.as(zhou, () -> book.search(middle.strip(), 20)))
                    .extracting(TicketSummary::id)
                    .contains(ticket.id());
        }
    }

    private static List<String> reviews() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(REVIEWS)), StandardCharsets.UTF_8));
                var rows = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return rows.stream().map(row -> row.get("review")).toList();
        }
    }

    private String takeIn(int year) {
        var number = new String[1];
        ScopedClock.runAt(
                Instant.parse(year + "-06-01T04:00:00Z"),
                () -> number[0] = take("投诉").number());
        return number[0];
    }

    private TicketSummary take(String text) {
        return CurrentActor.as(
                zhou,
                () -> tickets.take(new TakeTicket(
                        venue.id(),
                        null,
                        TicketSource.CUSTOMER_CAME,
                        TicketCategory.QUALITY_PROBLEM,
                        null,
                        text,
                        null)));
    }

    private TicketDetails details(TicketSummary ticket) {
        return CurrentActor.as(zhou, () -> book.details(ticket.id()));
    }

    private int version(TicketSummary ticket) {
        return details(ticket).ticket().version();
    }

    private static void as(Actor actor, Runnable work) {
        CurrentActor.as(actor, () -> {
            work.run();
            return null;
        });
    }

    private static Actor employee(String name, Set<Long> venues) {
        return new Actor(
                Actor.Kind.EMPLOYEE,
                Math.abs(UUID.randomUUID().hashCode()),
                name,
                EnumSet.copyOf(Role.CUSTOMER_SERVICE.permissions()),
                venues);
    }
}
