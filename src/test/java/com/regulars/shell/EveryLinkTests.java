package com.regulars.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.RegisterCustomer;
import com.regulars.feedback.TakeTicket;
import com.regulars.feedback.TicketCategory;
import com.regulars.feedback.TicketSource;
import com.regulars.feedback.Tickets;
import com.regulars.ledger.SpendOrder;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever may do everything follows every link from page to page: each leads somewhere, and every word is worded. */
@RegularsTest
@Import(CardFixtures.class)
class EveryLinkTests {

    private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"(/[^\"#]*)[^\"]*\"");
    private static final Pattern NO_PAGE =
            Pattern.compile("/(webjars|css|js|icons|v3|swagger-ui|live|account)\\b.*|.*(rejected|\\.csv).*");
    private static final Pattern UNWORDED = Pattern.compile("\\?\\?[\\w.]+\\?\\?");
    private static final int MOST = 250;

    @Autowired
    MockMvcTester web;

    @Autowired
    CardFixtures cards;

    @Autowired
    CustomerRegistration registration;

    @Autowired
    Tickets tickets;

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyLinkLeadsToAPageWhoseWordsAreAllThere(String language) {
        String name = somethingToFind();
        Deque<String> open = new ArrayDeque<>(Set.of("/", "/search?q=" + name, "/search?q=TK"));
        Set<String> seen = new HashSet<>();
        Set<String> wrong = new TreeSet<>();
        while (!open.isEmpty() && seen.size() < MOST) {
            String url = open.pop();
            if (!seen.add(url.replaceAll("=[^&]*", "=").replaceAll("[\\w.-]*[0-9][\\w.-]*", "0"))
                    || NO_PAGE.matcher(url).matches()) {
                continue;
            }
            var answer = web.get()
                    .uri(URI.create(url))
                    .locale(Locale.of(language))
                    .with(Fixtures.as(Role.values()))
                    .exchange()
                    .getResponse();
            String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            if (answer.getStatus() >= 400) {
                wrong.add(answer.getStatus() + " " + url);
            }
            UNWORDED.matcher(body).results().forEach(found -> wrong.add(found.group() + " " + url));
            LINK.matcher(body)
                    .results()
                    .forEach(found -> open.add(found.group(1).replace("&amp;", "&")));
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(40);
    }

    /** A guest with a card and a ticket, who are all found by the search box. */
    private String somethingToFind() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "246813");
        cards.topUp(card, 1_000_000);
        String name = "search" + System.nanoTime();
        CurrentActor.as(Fixtures.employee(Role.values()), () -> {
            long guest =
                    registration.register(RegisterCustomer.person(name, null)).id();
            return tickets.take(new TakeTicket(
                    cards.venue().id(),
                    guest,
                    TicketSource.CUSTOMER_CAME,
                    TicketCategory.SUGGESTION,
                    null,
                    name,
                    null));
        });
        return name;
    }
}
