package com.regulars.settlement.receipt;

import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.settlement.SettledBill;
import com.regulars.settlement.SettledTender;
import com.regulars.settlement.SettlementDetails;
import com.regulars.settlement.Settlements;
import com.regulars.settlement.receipt.Receipt.OtherCard;
import com.regulars.venue.Brands;
import com.regulars.venue.Venues;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class Receipts {

    private static final Set<String> PAPERS = Set.of("80", "58", "a4");

    private final Settlements settlements;
    private final Customers customers;
    private final Cards cards;
    private final Venues venues;
    private final Brands brands;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    /**
     * @param copy which copy; null means the next one that would be printed
     */
    Receipt get(long settlementId, @Nullable Integer copy, String paper) {
        SettlementDetails details = settlements.get(settlementId);
        SettledBill bill = details.bill();
        Optional<CardSummary> card = shownCard(bill);
        Long customerId = bill.customerId();
        return new Receipt(
                brands.current().name(),
                venues.get(bill.venueId()),
                bill,
                customerId == null
                        ? null
                        : customers
                                .find(customerId)
                                .map(CustomerSummary::name)
                                .map(Receipt::mask)
                                .orElse(null),
                card.map(CardSummary::programmeName).orElse(null),
                card.map(Receipts::tail).orElse(null),
                otherCards(bill, card.map(CardSummary::id).orElse(null)),
                details.refundedMinor(),
                copy == null ? details.receiptsPrinted() : Math.min(Math.max(copy, 0), details.receiptsPrinted()),
                paper(paper),
                language(customerId),
                messages);
    }

    private Map<Long, OtherCard> otherCards(SettledBill bill, @Nullable Long shown) {
        List<CardSummary> others = bill.tenders().stream()
                .map(SettledTender::cardId)
                .filter(id -> id != null && !id.equals(shown))
                .map(cards::get)
                .toList();
        var holders =
                customers.byIds(others.stream().map(CardSummary::customerId).toList());
        return others.stream()
                .collect(Collectors.toMap(
                        CardSummary::id,
                        card -> new OtherCard(
                                Optional.ofNullable(holders.get(card.customerId()))
                                        .map(CustomerSummary::name)
                                        .map(Receipt::mask)
                                        .orElse(""),
                                card.programmeName(),
                                tail(card))));
    }

    private static String tail(CardSummary card) {
        return card.number().substring(card.number().length() - 4);
    }

    private Optional<CardSummary> shownCard(SettledBill bill) {
        Long shown = bill.cardId();
        return shown != null
                ? Optional.of(cards.get(shown))
                : bill.tenders().stream()
                        .flatMap(tender -> Optional.ofNullable(tender.cardId()).stream())
                        .findFirst()
                        .map(cards::get);
    }

    /** The guest's language, else the brand's. */
    private Locale language(@Nullable Long customerId) {
        return Locale.forLanguageTag(
                jdbc.sql("select language from customer_v_guest where id = :id and language is not null")
                        .param("id", customerId)
                        .query(String.class)
                        .optional()
                        .orElseGet(() -> brands.current().language()));
    }

    /** A paper that there is: the one asked for, else the roll of 80 mm. */
    static String paper(String asked) {
        return PAPERS.contains(asked) ? asked : "80";
    }
}
