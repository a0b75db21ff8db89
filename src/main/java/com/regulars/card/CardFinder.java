package com.regulars.card;

import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.shared.web.PageOf;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cards to choose from: the newest, those whose number ends so, or those of guests called so. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class CardFinder {

    private static final int PAGE_SIZE = 25;
    private static final int GUESTS = 25;

    private final CardQueries cards;
    private final Customers customers;

    /**
     * One page of cards, newest first.
     *
     * @param query the last four digits or more of a number, a guest's name, or nothing
     * @param page counted from 1
     */
    public PageOf<CardSummary> find(String query, int page) {
        String plain = query.trim();
        String digits = plain.replace(" ", "");
        if (!plain.isEmpty() && !digits.matches("[0-9]{4,16}")) {
            return ofGuests(plain);
        }
        int number = Math.max(1, page);
        return new PageOf<>(
                cards.list(digits, PAGE_SIZE, PageOf.offset(number, PAGE_SIZE)),
                number,
                PAGE_SIZE,
                cards.count(digits));
    }

    private PageOf<CardSummary> ofGuests(String name) {
        List<CardSummary> found = customers.search(name, GUESTS).stream()
                .map(CustomerSummary::id)
                .flatMap(id -> cards.ofCustomer(id).stream())
                .toList();
        return new PageOf<>(found, 1, Math.max(1, found.size()), found.size());
    }

    /** Cards whose number ends in these digits. */
    public List<CardSummary> endingIn(String digits, int limit) {
        return cards.list(digits, limit, 0);
    }
}
