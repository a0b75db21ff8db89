package com.regulars.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.feedback.TakeTicket;
import com.regulars.feedback.TicketCategory;
import com.regulars.feedback.TicketSource;
import com.regulars.feedback.Tickets;
import com.regulars.ledger.SpendOrder;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RegularsTest
@Import(CardFixtures.class)
class InsightPageTests {

    private static final Pattern FIGURE = Pattern.compile(
            "<a[^>]* href=\"(/(?:insight/|settlements\\?|feedback|customers)[^\"]*)\"[^>]*>([^<]*[0-9][^<]*)</a>");

    private static final Pattern LAST_NUMBER = Pattern.compile("¥?[0-9][0-9,.]*(?=[^0-9]*$)");

    @Autowired
    MockMvcTester web;

    @Autowired
    CardFixtures cards;

    @Autowired
    Tickets tickets;

    @ParameterizedTest
    @CsvSource({"zh,营业收款,未用本金,有生日", "en,Takings,Principal outstanding,With a birthday"})
    void managersSeeEverythingOnOnePage(Locale language, String takings, String owed, String birthday) {
        assertThat(web.get().uri("/insight").locale(language).with(Fixtures.as(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains(takings, owed, birthday, "href=\"/segments\"", "href=\"/cards\"", "href=\"/feedback\"")
                .doesNotContain("??", "style=");
    }

    /** Money of one venue, a ticket and guests, so that no figure is nothing. */
    private Venue somethingOfEverything() {
        Venue venue = cards.otherVenue();
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "246813");
        cards.topUp(card, 1_000_000);
        assertThat(web.post()
                        .uri("/api/v1/settlements")
                        .with(Fixtures.as(Fixtures.apiClient()))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"venueCode":"%s","billNumber":"%s","cardNumber":"%s","payBy":"BALANCE","expectedPayableMinor":1000,
                                 "lines":[{"name":"面","quantity":1,"unitPriceMinor":1000}],
                                 "tenders":[{"type":"STORED_VALUE","amountMinor":1000,"pin":"246813"}]}
                                """.formatted(venue.code(), UUID.randomUUID(), card.number())))
                .hasStatus(201);
        CurrentActor.as(
                Fixtures.employee(Role.CUSTOMER_SERVICE),
                () -> tickets.take(new TakeTicket(
                        venue.id(), null, TicketSource.CUSTOMER_CAME, TicketCategory.SUGGESTION, null, "灯太暗", null)));
        return venue;
    }

    @Test
    void everyFigureOpensExactlyItsList() {
        Venue venue = somethingOfEverything();
        followFigures(cards.venue()); // where the cards were topped up
        List<String> followed = followFigures(venue);
        assertThat(followed)
                .anyMatch(url -> url.startsWith("/insight/takings"))
                .anyMatch(url -> url.startsWith("/insight/top-ups"))
                .anyMatch(url -> url.startsWith("/insight/cards?which=LIVE"))
                .anyMatch(url -> url.startsWith("/settlements?date="))
                .anyMatch(url -> url.startsWith("/feedback"))
                .anyMatch(url -> url.startsWith("/customers?since="))
                .anyMatch(url -> url.startsWith("/customers?known=BIRTHDAY"));
    }

    private List<String> followFigures(Venue venue) {
        var link = FIGURE.matcher(at("/insight", venue));
        List<String> followed = new ArrayList<>();
        while (link.find()) {
            String url = link.group(1).replace("&amp;", "&");
            var number = LAST_NUMBER.matcher(link.group(2));
            assertThat(number.find()).as(link.group()).isTrue();
            followed.add(url);
            assertThat(total(at(url, venue), number.group())).as(link.group()).isTrue();
        }
        return followed;
    }

    /** An amount stands in the head of its list, a number is its total; a list of nothing says so. */
    private static boolean total(String list, String figure) {
        return figure.contains("¥")
                ? list.contains("，" + figure + "</p>") || list.contains("余额 " + figure + "</p>")
                : figure.contains(".")
                        ? list.contains("¥" + figure + "</p>")
                        : figure.equals("0") && list.contains("empty-state")
                                || list.matches("(?s).*共 " + figure + " [^0-9].*");
    }

    @Test
    void theVenueThatIsChosenNarrowsFiguresAndLists() {
        Venue one = somethingOfEverything();
        Venue other = somethingOfEverything();
        assertThat(at("/insight", one)).contains(">¥10.00<", "1 笔");
        assertThat(at("/settlements", one)).contains("共 1 单", one.name()).doesNotContain(">" + other.name() + "</td>");
        assertThat(at("/feedback", one)).contains("共 1 件");
        assertThat(at("/feedback", null)).doesNotContain("共 1 件");
        assertThat(at("/", one)).contains(one.name());
    }

    private String at(String uri, @Nullable Venue venue) {
        var request = web.get().uri(uri).locale(Locale.CHINESE).with(Fixtures.as(Role.values()));
        if (venue != null) {
            request = request.cookie(new Cookie(CurrentVenue.COOKIE, venue.code()));
        }
        var answer = request.exchange();
        assertThat(answer).as(uri).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void cashiersDoNot() {
        assertThat(web.get().uri("/insight").with(Fixtures.as(Role.CASHIER))).hasStatus(403);
    }

    @Test
    void sharesAreRoundedToTenthsOfAPercent() {
        assertThat(Overview.percent(1, 3)).isEqualTo("33.3%");
        assertThat(Overview.percent(2, 3)).isEqualTo("66.7%");
        assertThat(Overview.percent(1, 2000)).isEqualTo("0.1%");
        assertThat(Overview.percent(0, 0)).isEqualTo("–");
    }
}
