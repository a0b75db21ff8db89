package com.regulars.card;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** The cards: who has which, what is on it and what it brings to a bill. */
@Service
@RequiredArgsConstructor
public class Cards {

    public Optional<CardSummary> find(String number) {
        throw new UnsupportedOperationException();
    }

    public CardSummary get(String number) {
        throw new UnsupportedOperationException();
    }

    public CardSummary get(long id) {
        throw new UnsupportedOperationException();
    }

    public List<CardSummary> ofCustomer(long customerId) {
        throw new UnsupportedOperationException();
    }

    public CardTerms terms(long cardId, LocalDate businessDate) {
        throw new UnsupportedOperationException();
    }
}
